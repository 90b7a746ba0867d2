/** Saved replies of the fictional company's support team; placeholders as helpdesks write them. */
export const demoMacros = [
  {
    id: 'm1',
    title: 'Ask for the SAML error',
    text: 'Hi {{ticket.requester.first_name}},\n\nCould you send us the time of the failed sign-in and the full text of the SAML error, please?',
  },
  {
    id: 'm2',
    title: 'Proration after an upgrade',
    text: 'Upgrades take effect at once. The price difference for the rest of the month is charged the same day.',
  },
  { id: 'm3', title: 'Kündigung bestätigt', text: 'Ihr Jahrestarif ist gekündigt. Sie erhalten eine Bestätigung per E-Mail.' },
  {
    id: 'm4',
    title: 'Closing after no answer',
    text: 'We have not heard from you, so we are closing this ticket. Write back and it opens again.',
  },
];
