import { sessionBus } from 'dbus-native';

const name = 'org.kde.StatusNotifierWatcher';

/** What a desktop has that knows of tray icons; `isRegistered`: whether something shows them. */
export async function startTrayHost(busAddress: string, isRegistered: boolean): Promise<() => Promise<void>> {
  const bus = sessionBus({ busAddress });
  bus.exportInterface({ IsStatusNotifierHostRegistered: isRegistered }, '/StatusNotifierWatcher', {
    name,
    methods: {},
    signals: {},
    properties: { IsStatusNotifierHostRegistered: 'b' },
  });
  await bus.requestName(name, 0);
  return () => bus.close();
}
