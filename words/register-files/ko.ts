import type { registerFiles as english } from './en.ts';

export const registerFiles: typeof english = {
  way: '파일 등록',
  explained: 'Object Storage의 파일을 프로젝트에 등록하고 등록이 끝날 때까지 감시합니다.',
  offTitle: (account) => `${account}: 파일을 등록할 수 없는 계정입니다`,
  offAdvice: (policy, account, allow) =>
    `인증키에 ${policy} 정책이 필요합니다. ${account} 화면에서 “${allow}” 설정을 켜 주세요. 다른 기능은 조회 권한만 있는 인증키로 사용할 수 있습니다.`,
  toAccount: '계정 화면 열기',
  bucket: '버킷',
  bucketInvalid: '소문자, 숫자, 하이픈, 마침표로 3~63자를 입력해 주세요.',
  bucketUnknown: '서비스에서 이 워크스페이스의 버킷을 알려 주지 않습니다. 직접 입력해 주세요.',
  keys: '오브젝트 키(한 줄에 하나씩)',
  keysHint: (examples) => `${examples} 또는 Object Storage URL`,
  foundNone: '아직 인식한 파일이 없습니다.',
  foundTitle: (count) => `인식한 파일 ${count.text}개`,
  named: '프로젝트에 이미 있는 이름',
  namedCount: (count) =>
    `${count.text}개는 프로젝트에 이미 있는 이름입니다. 등록하면 같은 이름의 에셋이 하나 더 생깁니다.`,
  unknownCount: (count) => `${count.text}개는 확장자가 없어 서비스에서 지원하는 형식인지 알 수 없습니다.`,
  comparing: '프로젝트에 있는 이름과 비교하는 중…',
  notCompared: '프로젝트에 이미 있는 이름과는 비교하지 못했습니다.',
  namesCut: (count) => `프로젝트의 처음 ${count}개 이름만 비교했습니다.`,
  repeated: (count) => `중복된 ${count.text}개는 한 번만 등록합니다`,
  left: (count, most) =>
    `한 번에 ${most}개까지 등록할 수 있어 ${count.text}줄은 읽지 않았습니다. 이 파일들을 먼저 등록해 주세요.`,
  faultyTitle: (count) => `등록할 수 없는 줄 ${count.text}개`,
  confirmTitle: (count, project) => `파일 ${count.text}개를 등록할까요? ${project}`,
  confirmAdvice: (buckets) =>
    `버킷: ${buckets}. 파일마다 새 에셋이 생성됩니다. 여기에서는 취소할 수 없으며, 에셋은 콘솔에서 삭제할 수 있습니다.`,
  registerNone: '파일 등록',
  resultsTitle: '최근 등록',
  progress: (done, all) => `${all}개 중 ${done}개`,
  states: {
    waiting: '대기 중',
    sent: '응답을 기다리는 중',
    'in-doubt': '확인 필요: 창 위쪽의 질문에 답해 주세요',
    registered: (id) => `에셋 ${id}번으로 등록됨`,
  },
  objectFaults: {
    folder: '폴더는 등록할 수 없습니다.',
    extension: 'Media Intelligence에서 지원하지 않는 확장자입니다.',
    unprintable: '탭과 같은 제어 문자가 있습니다. 오브젝트 키만 남겨 주세요.',
    'too-long': '오브젝트 키가 1,024바이트보다 깁니다.',
    'bucket-name': '올바른 버킷 이름이 아닙니다.',
    'no-key': 'Object Storage의 오브젝트 주소가 아닙니다.',
    ambiguous: '여러 가지로 해석될 수 있습니다. s3://bucket/key 형식으로 입력해 주세요.',
    'not-text': '텍스트 파일이 아닙니다. 오브젝트 키를 한 줄에 하나씩 적은 텍스트 파일로 저장해 주세요.',
    'same-key':
      '위에 버킷 또는 유니코드 표기만 다른 같은 오브젝트 키가 있습니다. 그 파일을 먼저 등록한 다음 등록해 주세요.',
    'no-bucket': '버킷이 없습니다. 위에 입력해 주세요.',
    underway: '이미 등록하고 있거나, 창 위쪽에서 답변을 기다리는 파일입니다.',
  },
  unknownKind: '확장자가 없습니다. 서비스에서 지원하는 형식인지 알 수 없습니다.',
};
