import { mount } from 'svelte';
import App from './App.svelte';
import { windowBridge } from './lib/bridge.ts';
import { tellFaults } from './lib/faults.ts';
import { createSession } from './lib/session.svelte.ts';
import StartFailed from './views/StartFailed.svelte';
import './styles/tokens.css';
import './styles/base.css';

await start(document.querySelector('#app') ?? document.body);

async function start(target: Element): Promise<void> {
  const bridge = windowBridge();
  tellFaults(bridge);
  const first = await bridge.request.snapshot(undefined);
  if (first.ok) mount(App, { target, props: { bridge, session: createSession(bridge, first.value) } });
  else mount(StartFailed, { target, props: { error: first.error } });
}
