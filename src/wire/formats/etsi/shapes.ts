/** What each element of an ETSI TS 103 120 V1.12.1 message may hold, after its XML schemas, and what is done with it. */

export const messageShape = {
  'core:Header': 'one',
  'core:Payload': 'one',
  'core:Signature': 'unread',
  'digsig:Signature': 'unread',
} as const;

export const headerShape = {
  'core:SenderIdentifier': 'one',
  'core:ReceiverIdentifier': 'one',
  'core:TransactionIdentifier': 'one',
  'core:Timestamp': 'one',
  'core:Version': 'skip',
} as const;

export const actionShape = {
  'core:ActionIdentifier': 'one',
  'core:CREATE': 'maybe',
  'core:GET': 'maybe',
  'core:UPDATE': 'maybe',
  'core:LIST': 'maybe',
  'core:DELIVER': 'maybe',
} as const;

/** What every object begins with (clause 7.1, "HI1Object"). */
export const objectShape = {
  'core:ObjectIdentifier': 'one',
  'core:CountryCode': 'maybe',
  'core:OwnerIdentifier': 'maybe',
  'core:Generation': 'skip',
  'core:ExternalIdentifier': 'unread',
  'core:AssociatedObjects': 'maybe',
  'core:LastChanged': 'skip',
  'core:NationalHandlingParameters': 'unread',
} as const;

/** Clause 7.2. */
export const authorisationShape = {
  ...objectShape,
  'auth:AuthorisationReference': 'maybe',
  'auth:AuthorisationLegalType': 'unread',
  'auth:AuthorisationPriority': 'unread',
  'auth:AuthorisationStatus': 'maybe',
  'auth:AuthorisationDesiredStatus': 'maybe',
  'auth:AuthorisationTimespan': 'maybe',
  'auth:AuthorisationCSPID': 'unread',
  'auth:AuthorisationCreationTimestamp': 'maybe',
  'auth:AuthorisationServedTimestamp': 'unread',
  'auth:AuthorisationTerminationTimestamp': 'unread',
  'auth:AuthorisationApprovalDetails': 'unread',
  'auth:AuthorisationInvalidReason': 'unread',
  'auth:AuthorisationFlags': 'maybe',
  'auth:AuthorisationManualInformation': 'unread',
  'auth:NationalAuthorisationParameters': 'unread',
  'auth:AuthorisationJurisdiction': 'unread',
  'auth:AuthorisationTypeOfCase': 'unread',
  'auth:AuthorisationLegalEntity': 'unread',
} as const;

/** Clause 8.3: lawful disclosure of data that is held. */
export const disclosureShape = {
  ...objectShape,
  'task:Reference': 'maybe',
  'task:Status': 'unread',
  'task:StatusReason': 'unread',
  'task:DesiredStatus': 'unread',
  'task:RequestDetails': 'maybe',
  'task:DeliveryDetails': 'unread',
  'task:ApprovalDetails': 'unread',
  'task:CSPID': 'maybe',
  'task:HandlingProfile': 'unread',
  'task:Flags': 'maybe',
  'task:NationalLDTaskingParameters': 'unread',
} as const;

/** Clause 8.3.5. */
export const requestDetailsShape = {
  'task:Type': 'maybe',
  'task:StartTime': 'maybe',
  'task:EndTime': 'maybe',
  'task:ObservedTime': 'unread',
  'task:ObservedTimes': 'unread',
  'task:RequestValues': 'maybe',
  'task:Subtype': 'unread',
} as const;

/** Clause 8.2: lawful interception. */
export const interceptionShape = {
  ...objectShape,
  'task:Reference': 'maybe',
  'task:Status': 'unread',
  'task:DesiredStatus': 'unread',
  'task:Timespan': 'maybe',
  'task:TargetIdentifier': 'maybe',
  'task:DeliveryType': 'maybe',
  'task:DeliveryDetails': 'unread',
  'task:ApprovalDetails': 'unread',
  'task:CSPID': 'maybe',
  'task:HandlingProfile': 'unread',
  'task:InvalidReason': 'unread',
  'task:Flags': 'maybe',
  'task:NationalLITaskingParameters': 'unread',
  'task:ListOfTrafficPolicyReferences': 'unread',
} as const;

/** Clause 8.2.5. */
export const timespanShape = {
  'task:StartTime': 'maybe',
  'task:EndTime': 'maybe',
  'task:TerminationTime': 'unread',
  'task:ProvisioningTime': 'unread',
  'task:DeprovisioningTime': 'unread',
} as const;
