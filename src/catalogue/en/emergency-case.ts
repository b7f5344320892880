/** What the case page says of an emergency: tasks, and what happened. */

export const emergencyTasks = {
  'prepare-emergency': [
    'Ask for disclosure at once',
    'Only when a life or safety is in danger and no judge can be reached. Article 41.',
  ],
  'record-call-back': [
    'Call the asking authority back',
    'On the channel of the register. You are not the one who prepared it.',
  ],
  'order-emergency': ['Read the emergency order; sign it or leave it', 'Before any judge. A judge looks afterwards.'],
  'confirm-emergency': ['Confirm or refuse the emergency order', 'What you refuse is deleted.'],
  'confirm-deletion': [
    'Confirm that the data are deleted',
    'A judge of the requested State refused the disclosure afterwards.',
  ],
  'give-notice': ['Tell the person concerned', 'Their data were disclosed in an emergency.'],
};

export const emergencyEvents = {
  'emergency-prepared': 'Disclosure at once was asked for: life or safety in danger',
  'called-back': 'Asking authority called back',
  'emergency-confirmed': 'Emergency order confirmed by a judge',
  'emergency-refused': 'Emergency order refused by a judge',
  'deletion-confirmed': 'Deletion confirmed by the asking State',
  'notice-given': 'Person concerned told',
};
