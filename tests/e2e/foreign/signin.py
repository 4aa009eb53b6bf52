#!/usr/bin/python3
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""Microsoft's MSAL signs in with a refresh token, then silently with the one it got for it:
signin.py AUTHORITY CLIENT_ID REFRESH_TOKEN SCOPE; the CA by REQUESTS_CA_BUNDLE"""
import json
import sys

import msal

authority, client, token, scope = sys.argv[1:5]
app = msal.PublicClientApplication(client, authority=authority, validate_authority=False, instance_discovery=False)
first = app.acquire_token_by_refresh_token(token, [scope])
account = next(iter(app.get_accounts()), {})
again = app.acquire_token_silent([scope], account=account, force_refresh=True) or {}
print(json.dumps({"error": first.get("error_description", ""), "user": account.get("username", ""),
                  "accessToken": again.get("access_token", ""),
                  "isNew": again.get("access_token") != first.get("access_token")}))
