// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/loginserver.h"

namespace likeness {

using namespace Qt::StringLiterals;

// Seen by people in a browser, where the application's translations do not reach; plain English.

namespace {

SandboxReply pageReply(const QString &title, const QString &content, int status)
{
    const QString page
        = u"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>"
          "<meta name=\"viewport\" content=\"width=device-width\"><style>"
          ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:28rem;margin:4rem "
          "auto;"
          "padding:0 1rem}button{display:block;width:100%;margin:.4rem 0;padding:.7rem;font:inherit;"
          "text-align:left;border-radius:.5rem;border:1px solid #8888}input{font:inherit;padding:.6rem;"
          "width:100%;box-sizing:border-box;margin-bottom:1rem}.note{padding:.7rem;border-left:4px solid "
          "#c30}"
          "</style></head><body><h1>%1</h1>%2</body></html>"_s.arg(title.toHtmlEscaped(), content);
    return {.status = status,
        .type = "text/html; charset=utf-8",
        .body = page.toUtf8(),
        .headers = {{"Cache-Control", "no-store"}}};
}

QString noteElement(const QString &note)
{
    return note.isEmpty() ? QString()
                          : u"<p class=\"note\" role=\"alert\">%1</p>"_s.arg(note.toHtmlEscaped());
}

QString formElement(const SandboxWorld &world, const QString &action, const QString &fields)
{
    QString form = u"<form method=\"post\" action=\"%1\">%2"_s.arg(action.toHtmlEscaped(), fields);
    for (const Person &person : world.people())
        form += u"<button name=\"account\" value=\"%1\">Sign in as %2<br><small>%1</small></button>"_s.arg(
            person.keys.upn.toHtmlEscaped(), person.displayName.toHtmlEscaped());
    return form + u"<button name=\"account\" value=\"\">Cancel</button></form>"_s;
}

} // namespace

SandboxReply signInPage(
    const SandboxWorld &world, const QString &action, const LoginForm &kept, const QString &note)
{
    QString fields;
    for (auto each = kept.cbegin(); each != kept.cend(); ++each) {
        if (each.key() != "account"_L1)
            fields += u"<input type=\"hidden\" name=\"%1\" value=\"%2\">"_s.arg(
                each.key().toHtmlEscaped(), each->toHtmlEscaped());
    }
    return pageReply(u"Sandbox sign-in"_s, noteElement(note) + formElement(world, action, fields), 200);
}

SandboxReply notePage(const QString &title, const QString &note, int status)
{
    return pageReply(title, u"<p>%1</p>"_s.arg(note.toHtmlEscaped()), status);
}

SandboxReply deviceCodePage(const SandboxWorld &world, const QString &action, const QString &note)
{
    const QString field = u"<label>Code shown on the other device"
                          "<input name=\"user_code\" autocomplete=\"off\" autofocus required></label>"_s;
    return pageReply(u"Sandbox sign-in"_s, noteElement(note) + formElement(world, action, field), 200);
}

} // namespace likeness
