import type { problems as englishProblems, problemDetails as englishProblemDetails } from './en.ts';

export const problems: typeof englishProblems = {
  offline: {
    title: 'Media Intelligence에 연결할 수 없습니다',
    short: '연결할 수 없음',
    advice: '네트워크 연결을 확인해 주세요. 연결되면 자동으로 다시 확인합니다.',
  },
  intercepted: {
    title: '서비스 대신 다른 서버가 응답했습니다',
    short: '다른 서버가 응답함',
    advice:
      '네트워크 로그인 페이지, 프록시 또는 보안 프로그램이 중간에 있을 수 있습니다. 네트워크에 로그인하거나 API 주소를 허용해 주세요.',
  },
  clock: {
    title: '이 컴퓨터의 시계가 맞지 않거나 인증서가 만료되었습니다',
    short: '시계 확인',
    advice: '시스템 설정에서 날짜, 시간, 표준 시간대를 자동으로 설정한 뒤 다시 확인해 주세요.',
  },
  credentials: {
    title: '서비스가 인증키를 거부했습니다',
    short: '인증키 거부됨',
    advice:
      '콘솔에서 인증키가 사용 중인지, Access Key와 Secret Key를 빠짐없이 복사했는지 확인해 주세요. Secret Key를 확인할 수 없으면 인증키를 새로 생성해 주세요.',
  },
  permission: {
    title: '인증키에 권한이 없습니다',
    short: '인증키 권한 없음',
    advice:
      '서브 계정에 NCP_VPC_MEDIA_INTELLIGENCE_VIEWER 정책을 부여하고, API Gateway 접근이 허용되어 있는지, Media Intelligence를 이용 신청했는지 확인해 주세요.',
  },
  unconfirmed: {
    title: '서비스가 요청을 받아들이지 않았습니다',
    short: '요청이 거부됨',
    advice: '별도의 조치는 필요하지 않습니다. 자동으로 다시 시도합니다.',
  },
  'rate-limit': {
    title: '서비스의 요청 한도를 넘었습니다',
    short: '요청 한도 초과',
    advice: '별도의 조치는 필요하지 않습니다. 간격을 늘려 계속 확인합니다.',
  },
  service: {
    title: 'Media Intelligence에 장애가 발생했습니다',
    short: '서비스 장애',
    advice: '별도의 조치는 필요하지 않습니다. 복구될 때까지 간격을 늘려 자동으로 다시 시도합니다.',
  },
  unreadable: {
    title: '응답을 해석할 수 없습니다',
    short: '해석할 수 없는 응답',
    advice: '자동으로 다시 시도합니다. 계속되면 Import Watch의 새 버전이 있는지 확인해 주세요.',
  },
  'not-found': {
    title: '에셋을 찾을 수 없습니다',
    short: '에셋을 찾을 수 없음',
    advice: '삭제되었거나 이동되었을 수 있습니다. 워크스페이스, 프로젝트, 에셋 ID를 확인해 주세요.',
  },
  refused: {
    title: '서비스가 요청을 거부했습니다',
    short: '요청이 거부됨',
    advice: '워크스페이스, 프로젝트, 에셋 ID를 확인해 주세요.',
  },
  'account-gone': {
    title: '이 에셋의 계정 연결이 해제되었습니다',
    short: '계정 연결 해제됨',
    advice: '더 이상 확인하지 않습니다. 같은 Access Key로 계정을 다시 연결하거나 감시를 중지해 주세요.',
  },
};

export const problemDetails: typeof englishProblemDetails = {
  proxyRefused: {
    title: '네트워크의 프록시가 연결을 거부했습니다',
    advice:
      '프록시가 연결을 막고 있거나, Import Watch가 입력할 수 없는 사용자 이름과 비밀번호를 요구합니다. 네트워크 관리자에게 API 주소를 인증 없이 허용해 달라고 요청해 주세요.',
  },
  clockBehind: (duration) => `이 컴퓨터의 시계가 ${duration} 느립니다`,
  clockAhead: (duration) => `이 컴퓨터의 시계가 ${duration} 빠릅니다`,
  field: (path, expected) => `필드: ${path} (${expected})`,
  wholeAnswer: '응답 전체',
  answerFaults: {
    missing: '값 없음',
    'not-text': '텍스트여야 함',
    'not-a-number': '숫자여야 함',
    'not-a-list': '목록이어야 함',
    'not-an-object': '객체여야 함',
    'not-json': 'JSON이어야 함',
    'not-as-expected': '예상과 다른 값',
  },
  anotherValue: (value) => `예상 값: ${value}`,
  tooLarge: (size) => `${size} 초과`,
  serviceSaid: (message) => `서비스 메시지: ${message}`,
  httpStatus: (status) => `HTTP ${status}`,
  code: (code) => `코드 ${code}`,
  traceId: (traceId) => `문의용 추적 ID: ${traceId}`,
  retryAfter: (duration) => `서비스가 ${duration} 이상 기다린 뒤 다시 요청하라고 응답했습니다.`,
};
