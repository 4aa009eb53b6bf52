// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/spnego.h"

#include <QStringList>
#include <algorithm>
#include <gssapi/gssapi.h>
#include <krb5.h>
#include <memory>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

gss_buffer_desc gssBuffer(QByteArray &bytes)
{
    return {static_cast<size_t>(bytes.size()), bytes.data()};
}

/// Everything GSSAPI has to say about a status, one sentence after the other.
QStringList gssTexts(OM_uint32 status, int type)
{
    QStringList texts;
    OM_uint32 minor = 0;
    OM_uint32 more = 0;
    do {
        gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
        if (GSS_ERROR(gss_display_status(&minor, status, type, GSS_C_NO_OID, &more, &text)))
            break;
        texts.append(QString::fromLocal8Bit(static_cast<const char *>(text.value), qsizetype(text.length)));
        gss_release_buffer(&minor, &text);
    } while (more != 0);
    return texts;
}

QString kerberosText(krb5_context context, krb5_error_code code)
{
    const char *text = krb5_get_error_message(context, code);
    const QString kept = QString::fromLocal8Bit(text);
    krb5_free_error_message(context, text);
    return kept;
}

/// Behind SPNEGO the minor status is a number of the library's own making, so what is left of Kerberos' code
/// are its words, in the language of the machine.
bool isAboutTheClock(const QStringList &texts)
{
    krb5_context made = nullptr;
    if (krb5_init_context(&made) != 0)
        return false;
    const std::unique_ptr<_krb5_context, void (*)(krb5_context)> context(made, krb5_free_context);
    const QStringList ours {
        kerberosText(made, KRB5KRB_AP_ERR_TKT_NYV), kerberosText(made, KRB5KRB_AP_ERR_SKEW)};
    return std::ranges::any_of(texts, [&ours](const QString &text) {
        return std::ranges::any_of(ours, [&text](const QString &one) { return text.startsWith(one); });
    });
}

Error gssError(const QString &host, OM_uint32 major, OM_uint32 minor)
{
    const QStringList texts = gssTexts(major, GSS_C_GSS_CODE) + gssTexts(minor, GSS_C_MECH_CODE);
    return {isAboutTheClock(texts) ? Errc::ClockWrong : Errc::NoTicket,
        u"HTTP@"_s + host + u": "_s + texts.join(u"; "_s)};
}

} // namespace

Result<QByteArray> spnegoToken(const QString &host, const QByteArray &channelBinding)
{
    static char spnegoBytes[] = "\x2b\x06\x01\x05\x05\x02"; // 1.3.6.1.5.5.2
    static gss_OID_desc spnego = {6, spnegoBytes};
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    QByteArray service = "HTTP@" + host.toLatin1();
    gss_buffer_desc serviceBuffer = gssBuffer(service);
    gss_name_t name = GSS_C_NO_NAME;
    OM_uint32 major = gss_import_name(&minor, &serviceBuffer, GSS_C_NT_HOSTBASED_SERVICE, &name);
    if (GSS_ERROR(major))
        return gssError(host, major, minor);

    QByteArray bindingData = channelBinding;
    gss_channel_bindings_struct binding = {};
    binding.application_data = gssBuffer(bindingData);
    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    gss_buffer_desc token = GSS_C_EMPTY_BUFFER;
    major = gss_init_sec_context(&minor, GSS_C_NO_CREDENTIAL, &context, name, &spnego, 0, 0,
        channelBinding.isEmpty() ? GSS_C_NO_CHANNEL_BINDINGS : &binding, GSS_C_NO_BUFFER, nullptr, &token,
        nullptr, nullptr);
    Result<QByteArray> result = GSS_ERROR(major)
        ? Result<QByteArray>(gssError(host, major, minor))
        : Result<QByteArray>(QByteArray(static_cast<const char *>(token.value), qsizetype(token.length)));
    gss_release_buffer(&ignored, &token);
    gss_delete_sec_context(&ignored, &context, GSS_C_NO_BUFFER);
    gss_release_name(&ignored, &name);
    return result;
}

} // namespace likeness
