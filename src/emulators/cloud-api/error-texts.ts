// Titles, details and HTTP statuses with which Meta reports the codes a send can meet. The HTTP column is
// what was observed, not a promise (F§3.1); codes that aren't listed get a generic text.

export interface ErrorText {
  readonly title: string;
  readonly details: string;
  readonly httpStatus: number;
}

const TEXTS: Readonly<Record<number, readonly [httpStatus: number, title: string, details: string]>> = {
  0: [401, 'AuthException', 'The app user could not be authenticated.'],
  1: [400, 'API Unknown', 'Invalid request or possible server error.'],
  2: [503, 'API Service', 'Temporarily down or overloaded.'],
  4: [400, 'API Too Many Calls', 'The app has reached its API call rate limit.'],
  10: [403, 'API Permission Denied', 'Permission is either not granted or has been removed.'],
  33: [400, 'Parameter value is not valid', 'The business phone number has been deleted.'],
  100: [400, 'Invalid parameter', 'The request included one or more unsupported or misspelled parameters.'],
  200: [403, 'Permissions error', 'Permission is either not granted or has been removed.'],
  190: [401, 'Access token has expired', 'The access token has expired.'],
  368: [403, 'Temporarily blocked for policies violations', 'The account was restricted or disabled.'],
  613: [429, 'Calls to this API have exceeded the rate limit', 'Too many calls to this API.'],
  80007: [400, 'Rate limit issues', 'The account has reached its rate limit.'],
  130403: [400, 'Forbidden', 'The business has blocked this user.'],
  130429: [429, 'Rate limit hit', 'Cloud API message throughput has been reached.'],
  130472: [400, "User's number is part of an experiment", 'The message was not sent: experiment group.'],
  130497: [403, 'Business account is restricted from messaging users in this country', 'Country barred.'],
  131000: [500, 'Something went wrong', 'The message failed to send because of an unknown error.'],
  131005: [403, 'Access denied', 'Permission is either not granted or has been removed.'],
  131008: [400, 'Required parameter is missing', 'The request is missing a required parameter.'],
  131009: [400, 'Parameter value is not valid', 'One or more parameter values are invalid.'],
  131016: [503, 'Service unavailable', 'A service is temporarily unavailable.'],
  131021: [400, 'Recipient cannot be sender', 'Sender and recipient phone number is the same.'],
  131026: [400, 'Message undeliverable', 'Unable to deliver the message to this recipient.'],
  131031: [403, 'Account has been locked', 'The account was restricted or disabled.'],
  131042: [400, 'Business eligibility payment issue', 'There is a problem with the payment method.'],
  131047: [
    400,
    'Re-engagement message',
    'More than 24 hours have passed since the recipient last replied to the sender number.',
  ],
  131048: [400, 'Spam rate limit hit', 'Too many earlier messages of this number were blocked or reported.'],
  131049: [
    400,
    'This message was not delivered to maintain healthy ecosystem engagement.',
    'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  ],
  131050: [
    400,
    'User has stopped marketing messages',
    'The user stopped marketing messages of this business.',
  ],
  131051: [400, 'Unsupported message type', 'The message type is not supported.'],
  131053: [400, 'Media upload error', 'The media used in the message could not be uploaded.'],
  131055: [400, 'Method not allowed', 'This endpoint takes marketing template messages only.'],
  131056: [
    400,
    '(Business Account, Consumer Account) pair rate limit hit',
    'Too many messages to this user.',
  ],
  131057: [500, 'Account in maintenance mode', 'The account is in maintenance mode.'],
  131062: [
    400,
    'Business-scoped User ID recipients are not supported for this message',
    'This message has to be addressed to a phone number.',
  ],
  131063: [
    400,
    'Marketing templates are disabled on Cloud API',
    'The account sends marketing templates by the Marketing Messages API only.',
  ],
  131064: [400, 'Sending limit reached', 'The sending cap was reached: mis-categorised templates.'],
  132000: [400, 'Template Param Count Mismatch', 'The number of parameters does not match the template.'],
  132001: [404, 'Template name does not exist in the translation', 'The template was not found or approved.'],
  132005: [400, 'Template Hydrated Text Too Long', 'The translated text is too long.'],
  132007: [400, 'Template Format Character Policy Violated', 'The content violates a policy.'],
  132012: [400, 'Template Parameter Format Mismatch', 'Parameter values are formatted incorrectly.'],
  132015: [400, 'Template is Paused', 'The template is paused due to low quality.'],
  132018: [
    400,
    "There's an issue with the parameters in your template",
    'A parameter of the template is not valid.',
  ],
  132021: [400, 'Template name is taken', 'A template of this name exists that is not of Direct Send.'],
  132016: [400, 'Template is Disabled', 'The template was paused too many times and is now disabled.'],
  134100: [400, 'Only marketing messages supported', 'The template is not of the category marketing.'],
  134101: [400, 'Template is still syncing', 'The template syncs to the ads system; wait 10 minutes.'],
  134102: [500, 'Template unavailable', 'The account or template cannot use the Marketing Messages API.'],
  139200: [400, 'Direct Send is blocked', 'The account may not use Direct Send at present.'],
  133010: [400, 'Phone number not registered', 'The number is not registered on the WhatsApp platform.'],
};

export function findErrorText(code: number): ErrorText {
  const [httpStatus, title, details] = TEXTS[code] ?? [400, 'Generic error', 'The message failed.'];
  return { httpStatus, title, details };
}
