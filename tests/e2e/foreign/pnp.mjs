// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// PnPjs, which many SharePoint sites are built with: node pnp.mjs SHAREPOINT_URL GRAPH_URL TOKEN GRAPH_TOKEN PICTURE
// Reads the own profile, sets the own picture in SharePoint, and the own photo in Graph by PATCH.
import { readFileSync } from "node:fs";
import { BrowserFetch, DefaultParse } from "@pnp/queryable";
import { graphfi, DefaultHeaders as GraphHeaders, DefaultInit as GraphInit } from "@pnp/graph";
import "@pnp/graph/users/index.js";
import "@pnp/graph/photos/index.js";
import { spfi, DefaultHeaders, DefaultInit } from "@pnp/sp";
import "@pnp/sp/webs/index.js";
import "@pnp/sp/profiles/index.js";

const [, , sharePoint, graph, token, graphToken, account, picture] = process.argv;

// what it needs of a browser
globalThis.FileReader = class {
    readAsArrayBuffer(blob) {
        blob.arrayBuffer().then((result) => {
            this.result = result;
            this.onload({ target: { result } });
        });
    }
};
const bearer = (secret) => (instance) => {
    instance.on.auth.replace(async (url, init) => {
        init.headers = { ...init.headers, Authorization: `Bearer ${secret}` };
        return [url, init];
    });
    return instance;
};
const blob = () => new Blob([readFileSync(picture)], { type: "image/jpeg" });

const sp = spfi(sharePoint).using(DefaultInit(), DefaultHeaders(), BrowserFetch(), DefaultParse(), bearer(token));
const before = await sp.profiles.getPropertiesFor(account);
await sp.profiles.setMyProfilePic(blob());
const pictureUrl = await sp.profiles.getUserProfilePropertyFor(account, "PictureURL");

const base = `${graph}/v1.0`;
const me = graphfi(base).using(GraphInit(base), GraphHeaders(), BrowserFetch(), DefaultParse(), bearer(graphToken)).me;
await me.photo.setContent(blob());
const photo = await me.photo();
const value = await me.photo.getBlob();
console.log(JSON.stringify({ name: before.DisplayName, pictureUrl, width: photo.width, bytes: value.size }));
