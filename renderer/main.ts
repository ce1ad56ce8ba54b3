import { mount } from 'svelte';
import App from './App.svelte';
import { windowBridge } from './lib/bridge.ts';
import { tellFaults } from './lib/faults.ts';
import { openSession } from './lib/session.svelte.ts';
import StartFailed from './views/StartFailed.svelte';
import './styles/tokens.css';
import './styles/base.css';

await start(document.querySelector('#app') ?? document.body);

async function start(target: Element): Promise<void> {
  const bridge = windowBridge();
  tellFaults(bridge);
  const session = await openSession(bridge);
  if (session.ok) mount(App, { target, props: { bridge, session: session.value } });
  else mount(StartFailed, { target, props: { error: session.error } });
}
