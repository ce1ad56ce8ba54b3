import type { refusals as english } from './en.ts';

export const refusals: typeof english = {
  fields: {
    name: '이름',
    accessKey: 'Access Key',
    secretKey: 'Secret Key',
    apiUrl: 'API 주소',
    address: '웹훅 주소',
    signingSecret: '서명용 비밀 값',
    text: '붙여넣은 내용',
    workspace: '워크스페이스',
    projectId: '프로젝트 ID',
    assetId: '에셋 ID',
    bucket: '버킷',
    key: '오브젝트 키',
    label: '이름',
  },
  inField: (field, sentence) => `${field}: ${sentence}`,
  partOf: (text, part) => `${text}의 ${part}`,
  tooLong: (most) => `${most}자 이하로 입력해 주세요. 불필요한 내용까지 붙여넣지 않았는지 확인해 주세요.`,
  notAnAddress: (example) => `올바른 주소가 아닙니다. ${example} 형식으로 입력해 주세요.`,
  faults: {
    empty: '비어 있습니다. 입력해 주세요.',
    'blank-inside': '중간에 공백이 있습니다. 인증키만 다시 복사해 주세요.',
    'line-end-inside': '중간에 줄바꿈이 있습니다. 인증키 하나만 한 줄로 붙여넣어 주세요.',
    'not-printable': '인증키에 사용할 수 없는 문자가 있습니다. 영문자, 숫자, 기호만 사용할 수 있습니다.',
    'not-https':
      'https://로 시작하는 주소를 입력해 주세요. 그러지 않으면 요청과 Access Key가 암호화되지 않은 채 전송됩니다. http://는 이 컴퓨터의 주소에만 사용할 수 있습니다.',
    'has-a-path': '호스트 이름 뒤의 내용을 모두 지워 주세요.',
    'has-a-login': '주소에 로그인 정보가 있습니다. // 뒤부터 @까지 지워 주세요.',
    'name-taken': '다른 계정에서 사용 중인 이름입니다. 다른 이름을 입력해 주세요.',
    'needed-for-new-address':
      '주소가 변경되었으므로 두 인증키를 모두 다시 입력해 주세요. 저장된 인증키는 다른 주소로 전송하지 않습니다.',
    'no-webhook-address':
      'https://로 시작하는 전체 주소를 입력해 주세요. http://는 이 컴퓨터의 주소에만 쓸 수 있습니다.',
    'not-a-workspace-name':
      '올바른 워크스페이스 이름이 아닙니다. 콘솔에 표시된 대로 영문 소문자, 숫자, 하이픈을 사용해 3~63자로 입력해 주세요.',
    'not-a-bucket-name':
      '올바른 버킷 이름이 아닙니다. Object Storage에 표시된 대로 영문 소문자, 숫자, 하이픈, 마침표를 사용해 3~63자로 입력해 주세요.',
    'not-an-id': '올바른 ID가 아닙니다. 1부터 9007199254740991까지의 정수를 입력해 주세요.',
    'wrong-shape': '요청을 처리하지 못했습니다. 창을 닫았다가 다시 열어 주세요.',
    'not-readable': '읽을 권한이 없거나 디스크에서 오류가 발생했습니다.',
    'is-a-folder': '파일이 아니라 폴더입니다.',
    'is-no-file': '일반 파일이 아니거나 너무 큽니다.',
    unexpanded: '값 대신 자리 표시자나 변수 이름이 들어 있습니다.',
    'no-keys-inside': '인증키가 없습니다.',
  },
  fileNotWritten: {
    'disk-full': '디스크가 가득 찼습니다. 여유 공간을 확보하거나 다른 위치에 저장해 주세요.',
    'quota-used-up': '디스크 할당량을 모두 사용했습니다. 파일을 삭제하거나 다른 위치에 저장해 주세요.',
    'read-only': '읽기 전용 디스크입니다. 다른 위치에 저장해 주세요.',
    'no-permission': '이 폴더에 쓸 권한이 없습니다. 다른 위치에 저장해 주세요.',
    'folder-gone': '폴더가 더 이상 없습니다. 다른 위치에 저장해 주세요.',
    'in-the-way': '같은 이름의 다른 항목이 있습니다. 다른 이름을 입력해 주세요.',
    'in-use':
      '다른 프로그램이 이 파일을 사용하고 있습니다. 그 프로그램에서 파일을 닫거나 다른 이름을 입력해 주세요.',
    'not-read': '같은 이름의 파일을 읽을 수 없습니다. 다른 이름을 입력해 주세요.',
    'too-many-files': '열려 있는 파일이 너무 많습니다. 다른 프로그램을 닫고 다시 시도해 주세요.',
    'disk-fault': '디스크에서 오류가 발생했습니다. 다른 위치에 저장하고 디스크를 점검해 주세요.',
    unknown: '디스크에 파일을 저장하지 못했습니다. 디스크 연결을 확인하거나 다른 위치에 저장해 주세요.',
  },
  codes: {
    'account-gone': '연결이 해제된 계정입니다. 다른 계정을 선택하거나 다시 연결해 주세요.',
    'no-usable-key': '이 계정에 사용할 수 있는 인증키가 없습니다. 계정 화면에서 인증키를 입력해 주세요.',
    'found-keys-gone': '이 컴퓨터에서 이 인증키를 더 이상 찾을 수 없습니다. 인증키를 직접 입력해 주세요.',
    'called-back': '요청이 중단되었습니다. 다시 시도해 주세요.',
    'not-agreed': '동의하지 않아 아무것도 전송하거나 저장하지 않았습니다.',
    'dialog-open': 'Import Watch의 다른 대화 상자가 열려 있습니다. 닫은 뒤 다시 시도해 주세요.',
    'cannot-save':
      '디스크에 저장하지 못했습니다. 여유 공간을 확보하거나 폴더 권한을 확인한 뒤 다시 시도해 주세요.',
    'list-full': '목록에 이 에셋을 추가할 자리가 없습니다. 끝난 에셋의 감시를 중지한 뒤 다시 시도해 주세요.',
    'registering-off': '이 계정에서는 허용되지 않았습니다. 먼저 계정 화면에서 켜 주세요.',
    'plan-gone': '오래된 목록입니다. 다시 열어 주세요.',
    'no-object-storage':
      '버킷 목록은 서비스의 기본 주소를 사용하는 계정에서만 볼 수 있습니다. 오브젝트 키를 직접 입력해 주세요.',
    'not-copied': '복사하지 못했습니다. 다른 앱이 클립보드를 사용 중일 수 있습니다. 다시 시도해 주세요.',
    'login-item-sandboxed':
      'Flatpak이나 Snap으로 설치한 앱에서는 이 설정을 바꿀 수 없습니다. 시스템 설정에서 로그인 시 자동 실행을 켜 주세요.',
    'login-item-needs-approval':
      'macOS에서 먼저 허용해야 합니다. 시스템 설정의 일반 > 로그인 항목에서 Import Watch를 켜 주세요.',
    'login-item-demo': '데모에서는 바꿀 수 없는 설정입니다. 먼저 데모를 종료해 주세요.',
    'login-item-failed':
      '시스템 설정에 적용하지 못했습니다. 시스템 설정의 로그인 시 실행 프로그램에 Import Watch를 직접 추가해 주세요.',
    'shortcut-refused':
      '다른 프로그램이 이 키 조합을 사용하고 있거나 데스크톱 환경에서 단축키를 허용하지 않습니다. 다른 키 조합을 눌러 주세요.',
    'hooks-full': '설정할 수 있는 개수를 모두 사용했습니다. 먼저 하나를 제거해 주세요.',
    'hook-gone': '설정에서 제거되어 테스트하지 않았습니다.',
    'hook-busy': '이미 테스트하고 있습니다. 끝날 때까지 기다려 주세요.',
    'group-gone': '없어진 그룹입니다. 다른 그룹이나 계정을 선택해 주세요.',
    failed:
      'Import Watch에 문제가 발생했습니다. 다시 시도해 주세요. 문제가 계속되면 Import Watch를 종료한 뒤 다시 실행해 주세요.',
  },
};
