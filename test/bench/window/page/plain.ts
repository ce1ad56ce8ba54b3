import { mount } from 'svelte';
import { windowBridge } from '../../../../renderer/lib/bridge.ts';
import '../../../../renderer/styles/tokens.css';
import '../../../../renderer/styles/base.css';
import PlainList from './PlainList.svelte';

const bridge = windowBridge();
const first = await bridge.request.snapshot(undefined);
const target = document.querySelector('#app');
if (first.ok && target !== null) mount(PlainList, { target, props: { bridge, first: first.value } });
