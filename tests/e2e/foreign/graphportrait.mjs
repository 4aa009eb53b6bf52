// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// Microsoft's own client of Graph: node graphportrait.mjs read|write GRAPH_URL TOKEN MAIL FILE
// Writes the file as the photo of MAIL, or the photo into the file.
import { readFileSync, writeFileSync } from "node:fs";
import { Client } from "@microsoft/microsoft-graph-client";

const [, , mode, url, token, mail, file] = process.argv;
const value = Client.init({
    baseUrl: url + "/",
    defaultVersion: "v1.0",
    customHosts: new Set([new URL(url).hostname]),
    authProvider: (done) => done(null, token),
}).api(`/users/${mail}/photo/$value`);

if (mode === "write") {
    await value.header("Content-Type", "image/jpeg").put(readFileSync(file));
} else {
    const photo = await value.get();
    writeFileSync(file, Buffer.from(photo instanceof Blob ? await photo.arrayBuffer() : photo));
}
console.log("{}");
