/** Never change: Windows groups banners by it, and the installers know the app by it. Must equal `appId` in electron-builder.yml. */
export const appId = 'com.importwatch.app';
