// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// Microsoft's own client of Graph: node graph.mjs GRAPH_URL TOKEN MAIL PICTURE
// Prints what it read; then writes the picture as the photo of MAIL.
import { readFileSync } from "node:fs";
import { Client } from "@microsoft/microsoft-graph-client";

const [, , url, token, mail, picture] = process.argv;
const graph = Client.init({
    baseUrl: url + "/",
    defaultVersion: "v1.0",
    customHosts: new Set([new URL(url).hostname]),
    authProvider: (done) => done(null, token),
});
const photo = `/users/${mail}/photo`;

const me = await graph.api("/me").select("userPrincipalName").get();
const value = await graph.api(`${photo}/$value`).get();
const meta = await graph.api(photo).get();
const sizes = await graph.api(`/users/${mail}/photos`).get();
const small = await graph.api(`/users/${mail}/photos/48x48/$value`).get();
const found = await graph.api("/users").header("ConsistencyLevel", "eventual")
    .search('"displayName:lind"').get();
await graph.api(`${photo}/$value`).header("Content-Type", "image/jpeg").put(readFileSync(picture));
console.log(JSON.stringify({
    me: me.userPrincipalName,
    bytes: value.size ?? value.byteLength,
    width: meta.width,
    sizes: sizes.value.length,
    small: small.size ?? small.byteLength,
    found: found.value.map((user) => user.mail),
}));
