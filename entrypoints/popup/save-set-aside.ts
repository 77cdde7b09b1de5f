import { saveFile } from '../../components/save-file.ts'
import { load } from '../../utils/storage/load.ts'
import { readSetAside } from '../../utils/storage/set-aside.ts'
import { repair } from '../../utils/storage/update.ts'

/** Offers what was set aside and not told yet as a file: an object of the raw values by their keys. */
export async function saveSetAside(): Promise<void> {
  await repair()
  const { setAside } = await load()
  const values = await Promise.all(
    setAside.filter((entry) => !entry.seen).map(async ({ key }) => [key, await readSetAside(key)]),
  )
  saveFile('defender-of-peace-set-aside.json', JSON.stringify(Object.fromEntries(values), null, 2))
}
