// A journey whose author wishes harm: names, notes and texts that are markup, wherever the canvas shows words.

export const hostileWords = '<img src=x onerror="harmed=1"><script>harmed=1</script>';

export const hostile = {
  ...{ id: 'hostile', name: `Name ${hostileWords}`, note: `Note ${hostileWords}` },
  entry: { on: { event: 'harm' } },
  start: 'text',
  nodes: {
    text: {
      ...{ type: 'sms.send', name: `Text ${hostileWords}`, note: hostileWords },
      with: { text: `Text ${hostileWords}` },
      next: { accepted: 'mail', unresolved: 'mail', '*': 'mail' },
    },
    mail: {
      ...{ type: 'email.send', name: `Mail ${hostileWords}` },
      with: {
        subject: `Subject ${hostileWords}`,
        html: `<p>${hostileWords}</p>`,
        text: `Plain ${hostileWords}`,
      },
      next: { accepted: 'done', unresolved: 'done', '*': 'done' },
    },
    remark: { type: 'note', with: { text: `Remark ${hostileWords}` } },
    done: { type: 'exit', name: hostileWords, with: { as: 'reached' } },
  },
  // A group of the canvas has a name too.
  canvas: { $groups: { harm: { name: hostileWords, steps: ['text', 'mail'] } } },
};
