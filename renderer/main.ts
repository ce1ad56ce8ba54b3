import { mount } from 'svelte';
import App from './App.svelte';
import { windowBridge } from './lib/bridge.ts';
import { tellFaults } from './lib/faults.ts';
import { refusalText } from './lib/refusal-text.ts';
import { likelyLanguage, openSession } from './lib/session.svelte.ts';
import StartFailed from './views/StartFailed.svelte';
import { noWords } from '../words/no-words.ts';
import { words } from '../words/words.ts';
import './styles/tokens.css';
import './styles/base.css';

const target = document.querySelector('#app') ?? document.body;

// Not awaited: the words, which are a file of their own, may share code with this one, and neither would ever be evaluated.
start().catch((fault: unknown) => {
  const language = likelyLanguage();
  mount(StartFailed, { target, props: { title: noWords[language], language } });
  throw fault;
});

async function start(): Promise<void> {
  const bridge = windowBridge();
  tellFaults(bridge);
  const session = await openSession(bridge);
  if (session.ok) {
    mount(App, { target, props: { bridge, session: session.value } });
    return;
  }
  const language = likelyLanguage();
  const title = words[language].shell.couldNotStart;
  mount(StartFailed, { target, props: { title, reason: refusalText(session.error, language), language } });
}
