// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// PnPjs: node pnpportrait.mjs read|write SHAREPOINT_URL TOKEN ACCOUNT FILE
// Sets the own picture from the file, or writes what PictureURL of the account leads to into the file.
import { readFileSync, writeFileSync } from "node:fs";
import { BrowserFetch, BufferParse, DefaultParse } from "@pnp/queryable";
import { spfi, DefaultHeaders, DefaultInit, SPQueryable } from "@pnp/sp";
import "@pnp/sp/webs/index.js";
import "@pnp/sp/profiles/index.js";

const [, , mode, url, token, account, file] = process.argv;

// what it needs of a browser
globalThis.FileReader = class {
    readAsArrayBuffer(blob) {
        blob.arrayBuffer().then((result) => {
            this.result = result;
            this.onload({ target: { result } });
        });
    }
};
const bearer = (instance) => {
    instance.on.auth.replace(async (target, init) => {
        init.headers = { ...init.headers, Authorization: `Bearer ${token}` };
        return [target, init];
    });
    return instance;
};
const sp = spfi(url).using(DefaultInit(), DefaultHeaders(), BrowserFetch(), DefaultParse(), bearer);

if (mode === "write") {
    await sp.profiles.setMyProfilePic(new Blob([readFileSync(file)], { type: "image/jpeg" }));
} else {
    const picture = new URL(await sp.profiles.getUserProfilePropertyFor(account, "PictureURL"));
    const path = decodeURIComponent(picture.pathname).replace("_MThumb", "_LThumb").replaceAll("'", "''");
    const bytes = SPQueryable(sp.web, `getFileByServerRelativeUrl('${encodeURIComponent(path)}')/$value`);
    writeFileSync(file, Buffer.from(await bytes.using(BufferParse())()));
}
console.log("{}");
