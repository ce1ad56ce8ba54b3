import type { refusals as english } from './en.ts';

export const refusals: typeof english = {
  fields: {
    name: '이름',
    accessKey: 'Access Key',
    secretKey: 'Secret Key',
    apiUrl: 'API 주소',
    text: '붙여넣은 내용',
    workspace: '워크스페이스',
    projectId: '프로젝트 ID',
    assetId: '에셋 ID',
    label: '이름',
  },
  inField: (field, sentence) => `${field}: ${sentence}`,
  tooLong: (most) => `${most}자를 넘습니다. 필요한 것보다 많이 붙여넣지 않았는지 확인해 주세요.`,
  notAnAddress: (example) => `올바른 주소가 아닙니다. ${example} 형식으로 입력해 주세요.`,
  faults: {
    empty: '비어 있습니다. 입력해 주세요.',
    'blank-inside': '중간에 공백이 있습니다. 키만 다시 복사해 주세요.',
    'line-end-inside': '중간에 줄바꿈이 있습니다. 키 하나만 한 줄로 붙여넣어 주세요.',
    'not-printable': '키에 사용할 수 없는 문자가 있습니다. 영문자, 숫자, 기호만 사용할 수 있습니다.',
    'not-https':
      'https://로 시작하지 않아 키가 보호되지 않은 채 네트워크로 전송됩니다. 이 컴퓨터의 주소만 http://로 시작할 수 있습니다.',
    'has-a-path': '호스트 뒤에 다른 내용이 있습니다. 경로와 그 뒤의 내용을 지워 주세요.',
    'has-a-login': '주소에 로그인 정보가 있습니다. @ 앞부분을 지워 주세요.',
    'name-taken': '다른 계정에서 사용 중인 이름입니다. 다른 이름을 입력해 주세요.',
    'not-a-workspace-name':
      '올바른 워크스페이스 이름이 아닙니다. 콘솔에 표시된 대로 영문 소문자, 숫자, 하이픈을 사용해 3~63자로 입력해 주세요.',
    'not-an-id': '올바른 ID가 아닙니다. 1부터 9007199254740991까지의 정수를 입력해 주세요.',
    'wrong-shape': 'Import Watch가 이 창의 요청을 이해하지 못했습니다. 창을 닫았다가 다시 열어 주세요.',
  },
  fileNotWritten: {
    'disk-full': '디스크가 가득 찼습니다. 여유 공간을 확보하거나 다른 위치에 저장해 주세요.',
    'quota-used-up': '디스크 할당량을 모두 사용했습니다. 파일을 삭제하거나 다른 위치에 저장해 주세요.',
    'read-only': '읽기 전용 디스크입니다. 다른 위치에 저장해 주세요.',
    'no-permission': '이 폴더에 쓸 권한이 없습니다. 다른 위치에 저장해 주세요.',
    'folder-gone': '폴더가 더 이상 없습니다. 다른 위치에 저장해 주세요.',
    'in-the-way': '같은 이름의 다른 항목이 있습니다. 다른 이름을 입력해 주세요.',
    'too-many-files': '열려 있는 파일이 너무 많습니다. 다른 프로그램을 닫고 다시 시도해 주세요.',
    'disk-fault': '디스크에서 오류가 발생했습니다. 다른 위치에 저장하고 디스크를 점검해 주세요.',
    unknown: '디스크에 파일을 저장하지 못했습니다. 디스크 연결을 확인하거나 다른 위치에 저장해 주세요.',
  },
  codes: {
    'account-gone': '이 계정은 더 이상 없습니다. 다른 계정을 선택하거나 다시 추가해 주세요.',
    'no-usable-key': '이 계정에 사용할 수 있는 키가 없습니다. 계정 화면에서 키를 입력해 주세요.',
    'found-keys-gone': '이 키는 더 이상 이 컴퓨터에 없습니다. 키를 직접 입력해 주세요.',
    'called-back': '요청이 중단되었습니다. 다시 시도해 주세요.',
    'cannot-save':
      '디스크에 저장하지 못했습니다. 여유 공간을 확보하거나 폴더 권한을 확인한 뒤 다시 시도해 주세요.',
    'login-item-sandboxed':
      'Flatpak이나 Snap으로 설치한 프로그램은 스스로 로그인 시 시작되도록 설정할 수 없습니다. 시스템 설정에서 설정해 주세요.',
    'login-item-demo': '데모는 이 컴퓨터에 아무것도 남기지 않습니다. 먼저 데모를 종료해 주세요.',
    'login-item-failed':
      '시스템에서 설정을 받아들이지 않았습니다. 시스템 설정에서 로그인 시 시작되는 프로그램에 Import Watch를 추가해 주세요.',
    failed:
      'Import Watch에 문제가 발생했습니다. 다시 시도해 주세요. 계속되면 Import Watch를 종료한 뒤 다시 실행해 주세요.',
  },
};
