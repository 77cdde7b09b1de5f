import { expect, test } from 'vitest'
import { zoneNameOf } from '../../../utils/time/zone-name.ts'

test.each([
  ['Europe/London', 'London'],
  ['America/New_York', 'New York'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['America/Port-au-Prince', 'Port-au-Prince'],
  ['America/Godthab', 'Nuuk'],
  ['Asia/Calcutta', 'Kolkata'],
  ['Asia/Katmandu', 'Kathmandu'],
  ['Asia/Rangoon', 'Yangon'],
  ['Asia/Saigon', 'Ho Chi Minh'],
  ['Atlantic/Faeroe', 'Faroe'],
  ['Asia/Kolkata', 'Kolkata'],
  ['Europe/Kiev', 'Kyiv'],
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['Etc/GMT+5', 'UTC-5'],
  ['Etc/GMT-14', 'UTC+14'],
  ['Etc/GMT+0', 'UTC'],
  ['+05:30', 'UTC+05:30'],
  ['-03:00', 'UTC-03:00'],
  ['EST5EDT', 'EST5EDT'],
  ['constructor', 'constructor'],
])('%s is %s', (timeZone, name) => {
  expect(zoneNameOf(timeZone)).toBe(name)
})
