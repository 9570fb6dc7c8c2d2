// Meta's meaning of each error code in Korean, by the title in the generated table (Meta's own are in English). A test
// keeps both complete. Pure.

import type { MetaError } from './classify-errors.ts';

/** What a code means, in a language. */
export function titleOf({ title }: Pick<MetaError, 'title'>, language: 'en' | 'ko'): string {
  return language === 'ko' ? (koreanTitles[title] ?? title) : title;
}

export const koreanTitles: { readonly [title: string]: string } = {
  'Caller could not be authenticated': '호출자를 인증할 수 없음',
  'Unknown API error / malformed or server fault': '알 수 없는 API 오류(잘못된 요청 또는 서버 장애)',
  'API temporarily down or overloaded': 'API가 일시적으로 중단되었거나 과부하 상태',
  'App lacks capability or permission for the method': '앱에 이 메서드를 쓸 기능이나 권한이 없음',
  'App call quota used up': '앱 호출 한도 소진',
  'Permission missing/removed, or account not eligible for the endpoint':
    '권한이 없거나 회수됨, 또는 이 엔드포인트를 쓸 수 없는 계정',
  'Phone number ID invalid or deleted': '전화번호 ID가 잘못되었거나 삭제됨',
  'Unsupported/misspelled parameter; also neither to nor recipient; also Direct Send not enabled or TTL out of range':
    '지원하지 않거나 철자가 틀린 매개변수, 수신자 누락, Direct Send 미사용 또는 TTL 범위 초과',
  'Session/token missing variants (some GETs answer 104 when no token)':
    '세션 또는 토큰 없음(일부 GET은 토큰이 없으면 104로 응답)',
  'Access token expired or invalid': '액세스 토큰이 만료되었거나 유효하지 않음',
  'No token supplied (some GETs) / permission family head': '토큰이 전달되지 않음(일부 GET) / 권한 오류',
  'Permission family: not granted or withdrawn': '권한 오류: 부여되지 않았거나 회수됨',
  'WABA restricted or disabled for a policy breach': '정책 위반으로 WABA가 제한되거나 비활성화됨',
  'Graph rate limit seen by another sender as HTTP 429': 'Graph 호출 빈도 제한(HTTP 429로도 보고됨)',
  'WABA request quota used up': 'WABA 요청 한도 소진',
  'Too many calls to this WABA (template management)': '이 WABA에 대한 호출이 너무 많음(템플릿 관리)',
  'The business itself blocked this user': '비즈니스가 이 사용자를 차단함',
  'Phone-number throughput exceeded': '전화번호의 처리량 초과',
  "User is in Meta's holdout experiment; not billed": 'Meta 실험의 대조군에 속한 사용자(과금되지 않음)',
  'WABA barred from messaging users in that country': '해당 국가 사용자에게 보낼 수 없는 WABA',
  'Unknown send failure': '알 수 없는 발송 실패',
  'Access denied': '접근 거부됨',
  'Required parameter missing': '필수 매개변수 누락',
  'Parameter value invalid; on MM API may also mean ad sync unfinished (wait 10 min)':
    '매개변수 값이 잘못됨(MM API에서는 광고 동기화 미완료일 수도 있음, 10분 대기)',
  "Media link could not be fetched (seen in the wild, not on Meta's current list)":
    '미디어 링크를 가져올 수 없음(실제로 관찰되었으나 Meta의 현재 목록에는 없음)',
  'Service unavailable': '서비스를 사용할 수 없음',
  'Sender equals recipient': '발신자와 수신자가 같음',
  'Undeliverable: not on WhatsApp, terms not accepted, too-old client':
    '전달 불가: WhatsApp 미가입, 약관 미동의, 오래된 앱',
  'Recipient not on the test-number allow list (5 numbers)': '테스트 번호의 허용 목록(5개)에 없는 수신자',
  'Account locked/restricted, or request data (e.g. PIN) failed verification':
    '계정이 잠기거나 제한됨, 또는 요청 데이터(PIN 등) 검증 실패',
  '555 number without approved display name': '표시 이름이 승인되지 않은 555 번호',
  'Billing/payment problem on the WABA': 'WABA의 결제 문제',
  'Message expired (legacy list only)': '메시지 만료(예전 목록에만 있음)',
  'Payment issue, calling': '통화 관련 결제 문제',
  'Phone-number registration/certificate error': '전화번호 등록 또는 인증서 오류',
  '24-hour window closed for a free-form message': '자유 형식 메시지를 보낼 24시간 창이 닫힘',
  'Number limited because earlier messages were blocked/reported (quality-based)':
    '이전 메시지가 차단·신고되어 제한된 번호(품질 기준)',
  'Withheld for ecosystem health: per-user marketing limit, US-number pause, or too many retries':
    '생태계 보호를 위해 보류됨: 사용자별 마케팅 한도, 미국 번호 중단 또는 재시도 과다',
  'User stopped marketing from this business': '사용자가 이 비즈니스의 마케팅 수신을 중단함',
  'Unsupported message type (outbound) or user sent an unsupported type (inbound)':
    '지원하지 않는 메시지 유형(발신), 또는 사용자가 보낸 지원하지 않는 유형(수신)',
  "Could not download the user's media": '사용자가 보낸 미디어를 내려받을 수 없음',
  'Could not upload/fetch the outbound media (type, link, size)':
    '보낼 미디어를 올리거나 가져올 수 없음(유형, 링크, 크기)',
  'Method not allowed: only marketing templates on MM API': '허용되지 않음: MM API는 마케팅 템플릿만 가능',
  'Pair limit: too many messages to one user from one number':
    '쌍 제한: 한 번호가 한 사용자에게 너무 많은 메시지를 보냄',
  'Account in maintenance (throughput upgrade, ~1 min)': '계정 점검 중(처리량 상향, 약 1분)',
  'Not found in any source read': '확인된 자료에 없는 코드',
  'Message currently unavailable (first message to coexistence/CTWA numbers)':
    '현재 보낼 수 없는 메시지(공존·CTWA 번호로 보내는 첫 메시지)',
  'BSUID recipient not allowed for this message (auth template, or bid/max-price template)':
    '이 메시지는 BSUID 수신자에게 보낼 수 없음(인증 템플릿 또는 입찰가·최고가 템플릿)',
  'Marketing disabled on /messages by WABA setting': 'WABA 설정으로 /messages의 마케팅 발송이 꺼짐',
  'Sending cap reached because of template mis-categorisation (templates and Direct Send)':
    '템플릿 분류 오류로 발송 상한 도달(템플릿과 Direct Send)',
  'Parameter count does not match template': '매개변수 개수가 템플릿과 다름',
  'Template missing in that language, or not approved': '해당 언어의 템플릿이 없거나 승인되지 않음',
  'Rendered text too long': '완성된 문구가 너무 김',
  'Template text breaks a policy': '템플릿 문구가 정책에 어긋남',
  'Parameter value invalid (pywa only)': '매개변수 값이 잘못됨(pywa에만 기록됨)',
  'Parameter format mismatch': '매개변수 형식이 맞지 않음',
  'Template paused for low quality (also how paced-and-held messages are dropped)':
    '낮은 품질로 일시 중지된 템플릿(보류된 메시지가 폐기될 때도 사용됨)',
  'Template disabled for good': '영구히 비활성화된 템플릿',
  'MM API: template parameter problem. Also seen: Direct-Send template used as a template message':
    'MM API: 템플릿 매개변수 문제. Direct-Send 템플릿을 템플릿 메시지로 쓴 경우도 있음',
  'Direct Send: template_name clashes with a non-Direct-Send template':
    'Direct Send: template_name이 Direct Send용이 아닌 템플릿과 겹침',
  'Flow blocked': '플로 차단됨',
  'Flow throttled: 10 sends/hour used': '플로 제한: 시간당 10건 소진',
  'Earlier deregistration incomplete': '이전 등록 해제가 끝나지 않음',
  'Server temporarily unavailable': '서버를 일시적으로 사용할 수 없음',
  'Wrong two-step PIN': '2단계 인증 PIN 오류',
  'Number needs verification first': '먼저 번호를 인증해야 함',
  'Too many PIN guesses': 'PIN 입력 횟수 초과',
  'PIN entered too fast': 'PIN을 너무 빨리 입력함',
  'Number not registered on the platform': '플랫폼에 등록되지 않은 번호',
  'Number recently deleted; wait 5 min': '최근에 삭제된 번호(5분 대기)',
  'Register/deregister attempts exceeded': '등록·등록 해제 시도 횟수 초과',
  'WhatsApp Payments terms not accepted': 'WhatsApp 결제 약관 미동의',
  'MM API accepts marketing templates only': 'MM API는 마케팅 템플릿만 받음',
  'Template still syncing to ads system (<=10 min)': '템플릿을 광고 시스템과 동기화하는 중(최대 10분)',
  'Template unusable on MM API / not onboarded': 'MM API에서 쓸 수 없는 템플릿 / 온보딩되지 않음',
  'Unknown fault with request parameters': '요청 매개변수의 알 수 없는 문제',
  'Verify-code error (admin)': '인증 코드 오류(관리)',
  'Recipient identity-key hash mismatch (identity check enabled)':
    '수신자 신원 키 해시 불일치(신원 확인 사용 중)',
  'Calling errors (not enabled, prerequisites, limits, SIP)': '통화 오류(미사용, 선행 조건, 한도, SIP)',
  'Blocked by integrity (templates/flows management)': '무결성 정책으로 차단됨(템플릿·플로 관리)',
  'Block-list API errors': '차단 목록 API 오류',
  'Direct Send access blocked (misclassification enforcement)': 'Direct Send 사용 차단됨(분류 오류 제재)',
  'health_status entity error: template not approved': 'health_status 오류: 승인되지 않은 템플릿',
  'Business username adoption errors': '비즈니스 사용자 이름 등록 오류',
  'Template insights unavailable / cannot disable / not enabled':
    '템플릿 인사이트를 쓸 수 없음 / 끌 수 없음 / 켜지지 않음',
  'MM API onboarding already requested': 'MM API 온보딩을 이미 요청함',
  'Number already in account (migration)': '이미 계정에 있는 번호(이전)',
  'Template count limit reached for the WABA': 'WABA의 템플릿 개수 한도 도달',
  'Template status cannot be changed now': '지금은 템플릿 상태를 바꿀 수 없음',
  'Template creation: field length, header/body/footer format, too many variables, leading/trailing variable':
    '템플릿 생성: 필드 길이, 머리글·본문·바닥글 형식, 변수 과다, 처음이나 끝의 변수',
  'Number migration problems': '번호 이전 문제',
  'Direct-Send template cannot be updated/deleted': 'Direct-Send 템플릿은 수정·삭제할 수 없음',
  'Account in maintenance (migration)': '계정 점검 중(이전)',
  'Coexistence sync called too often / after 24 h': '공존 동기화를 너무 자주 호출했거나 24시간이 지남',
};
