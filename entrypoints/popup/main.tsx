import './popup.css'
import { open } from './open.tsx'

open(document.getElementById('app') as HTMLElement)
