// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
//
// oidc-provider (certified by the OpenID foundation) as token server on loopback, over TLS, with one thing to
// protect: GET /photo wants a valid token.
//   node server.mjs MODULES CERTIFICATE KEY ACCESS_SECONDS DEVICE_SECONDS
// Prints its address on a line of its own and ends with its standard input.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { pathToFileURL } from 'node:url';

const [modules, certificate, key, accessSeconds, deviceSeconds] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(`${modules}/oidc-provider/lib/index.js`).href);

let provider;
async function photo(request, response) {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const found = token && await provider.AccessToken.find(token);
    const valid = found && !found.isExpired && found.scope?.split(' ').includes('User.ReadWrite');
    response.writeHead(valid ? 200 : 401, valid ? {} : { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
    response.end(valid ? found.accountId : '');
}

const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) =>
    request.url === '/photo' ? photo(request, response) : provider.callback()(request, response));
server.listen(0, 'localhost', () => {
    const address = `https://localhost:${server.address().port}`;
    provider = new Provider(address, {
        clients: [{
            client_id: 'likeness', token_endpoint_auth_method: 'none', application_type: 'native',
            redirect_uris: ['http://localhost/'], response_types: ['code'],
            grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
        }],
        features: {
            deviceFlow: { enabled: true }, devInteractions: { enabled: true }, revocation: { enabled: true },
            resourceIndicators: {
                enabled: true, defaultResource: () => 'urn:photo', useGrantedResource: () => true,
                getResourceServerInfo: () => ({
                    scope: 'User.ReadWrite', accessTokenFormat: 'opaque', accessTokenTTL: Number(accessSeconds),
                }),
            },
        },
        pkce: { required: () => true },
        ttl: { DeviceCode: Number(deviceSeconds), RefreshToken: 86400 },
        rotateRefreshToken: true,
        issueRefreshToken: async () => true,
        scopes: ['openid', 'offline_access', 'User.ReadWrite'],
        findAccount: (context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    });
    process.stdout.write(`${address}\n`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
