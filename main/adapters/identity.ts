/** Never change this: Windows groups banners by it, and the installers recognise the app by it. Must equal `appId` in electron-builder.yml. */
export const appId = 'com.importwatch.app';
