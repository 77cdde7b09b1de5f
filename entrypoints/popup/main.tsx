import './popup.css'
import { takeEarly } from '../../utils/storage/read-stored.ts'
import { open } from './open.tsx'

open(document.getElementById('app') as HTMLElement, takeEarly())
