// The one script of these pages: it hands what the page asks to the browser's passkeys, and the answer to the form.
// A form with data-passkey="create" or "get" has the options as JSON in data-options and a hidden field "passkey".
for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', async (event) => {
    if (form.elements.passkey.value !== '') return;
    event.preventDefault();
    const trouble = form.querySelector('[data-trouble]');
    if (trouble) trouble.hidden = true;
    try {
      const options = JSON.parse(form.dataset.options);
      const credential =
        form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.passkey.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      if (trouble) trouble.hidden = false;
    }
  });
}
