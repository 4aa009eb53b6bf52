// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
//
// A person at a browser, as far as the sign-in pages of oidc-provider need one: follows redirects, keeps cookies,
// fills in forms.
//   node browser.mjs ADDRESS agree|decline [USER_CODE]
// Prints the words of the page it ends on.
const [address, answer, userCode] = process.argv.slice(2);
const cookies = {};

async function load(url, form) {
    const response = await fetch(url, {
        redirect: 'manual', method: form ? 'POST' : 'GET', body: form,
        headers: { cookie: Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
        cookies[name] = value;
    }
    return response;
}

function filledIn(page) {
    const attribute = (input, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    const inputs = (page.match(/<input[^>]*>/g) ?? []).filter(input => attribute(input, 'name'));
    const form = new URLSearchParams(inputs.map(input => [attribute(input, 'name'), attribute(input, 'value')]));
    if (form.has('login')) { form.set('login', 'anna'); form.set('password', 'x'); }
    if (form.has('user_code') && userCode) { form.set('user_code', userCode); }
    return form;
}

let url = new URL(address);
let form;
let declined = false;
for (let step = 0; step < 30; ++step) {
    const response = await load(url, form);
    form = undefined;
    const location = response.headers.get('location');
    if (location) { url = new URL(location, url); continue; }
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1].replace(/&amp;/g, '&');
    const abort = /href="([^"]*\/abort)"/.exec(page)?.[1];
    if (answer === 'decline' && abort && !declined) { url = new URL(abort, url); declined = true; continue; }
    if (!action || declined) {
        console.log(page.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim());
        process.exit(0);
    }
    form = filledIn(page);
    url = new URL(action, url);
}
console.log('lost in redirects');
process.exit(1);
