import { defineConfig } from 'wxt'

/** Firefox keeps storage and alarms under this id; it never changes. */
const GECKO_ID = 'defender-of-peace-tracker@tracker.example'

export default defineConfig({
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  // What a file uses stands at its top, so that the floors can be checked from the imports.
  imports: false,
  outDir: '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['alarms', 'storage', 'notifications'],
    action: { default_title: '__MSG_extension_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '128.0',
              // https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  hooks: {
    // A page alone in its group is built into one bundle: the popup must not wait for a chunk that it shares with the
    // options page.
    'entrypoints:grouped': (_wxt, groups) => {
      const split = groups.flatMap((group) =>
        Array.isArray(group) ? group.map((entrypoint) => [entrypoint]) : [group],
      )
      groups.splice(0, groups.length, ...split)
    },
  },
})
