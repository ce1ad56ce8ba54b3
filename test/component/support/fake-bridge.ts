import {
  type Bridge,
  type PushChannel,
  type Pushes,
  type Result,
  type RequestError,
  type RequestChannel,
  type RequestOf,
  type ResponseOf,
  pushChannels,
  requestChannels,
} from '../../../main/contract.ts';

type Answer<Channel extends RequestChannel> = (
  request: RequestOf<Channel>,
) => Result<ResponseOf<Channel>> | Promise<Result<ResponseOf<Channel>>>;

export type Answers = { readonly [Channel in RequestChannel]?: Answer<Channel> };

export interface FakeBridge {
  readonly bridge: Bridge;
  /** What was asked on a channel, oldest first. */
  readonly asked: <Channel extends RequestChannel>(channel: Channel) => readonly RequestOf<Channel>[];
  readonly push: <Channel extends PushChannel>(channel: Channel, payload: Pushes[Channel]) => void;
  /** How many listen on a channel; what is left over is a leak. */
  readonly listening: (channel: PushChannel) => number;
}

export function accepted<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function refused(error: RequestError): Result<never> {
  return { ok: false, error };
}

/** The window's bridge without a main process. A channel without an answer throws and says which one it is; what a page holds, main just notes. */
export function createFakeBridge(answers: Answers = {}): FakeBridge {
  const asked = new Map<RequestChannel, unknown[]>(requestChannels.map((channel) => [channel, []]));
  const listeners = new Map<PushChannel, Set<(payload: never) => void>>(
    pushChannels.map((channel) => [channel, new Set()]),
  );

  const known: Answers = { holds: () => accepted(null), ...answers };

  const requestOn =
    <Channel extends RequestChannel>(channel: Channel) =>
    async (request: RequestOf<Channel>): Promise<Result<ResponseOf<Channel>>> => {
      // As the real bridge, which takes no reactive proxy of Svelte: DataCloneError.
      asked.get(channel)?.push(structuredClone(request));
      const answer: Answer<Channel> | undefined = known[channel];
      if (answer === undefined) throw new Error(`The test has no answer on ${channel}.`);
      return answer(request);
    };

  const listenOn = (channel: PushChannel) => (listener: (payload: never) => void) => {
    listeners.get(channel)?.add(listener);
    return () => void listeners.get(channel)?.delete(listener);
  };

  return {
    bridge: {
      // Both lists name every channel (contract.ts checks it), which the type of `fromEntries` cannot carry.
      request: Object.fromEntries(
        requestChannels.map((channel) => [channel, requestOn(channel)]),
      ) as unknown as Bridge['request'],
      on: Object.fromEntries(
        pushChannels.map((channel) => [channel, listenOn(channel)]),
      ) as unknown as Bridge['on'],
    },
    asked: <Channel extends RequestChannel>(channel: Channel) =>
      (asked.get(channel) ?? []) as RequestOf<Channel>[],
    push(channel, payload) {
      for (const listener of listeners.get(channel) ?? []) listener(payload as never);
    },
    listening: (channel) => listeners.get(channel)?.size ?? 0,
  };
}
