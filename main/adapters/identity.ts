/**
 * Never change this: Windows groups banners by it, and the installers recognise the app by it. Must equal `appId` in electron-builder.yml, and
 * `desktopName` in package.json but for its ending: Linux knows the app by its desktop entry, and GNOME gives keys for the whole system only to
 * a name with a dot.
 */
export const appId = 'com.importwatch.app';
