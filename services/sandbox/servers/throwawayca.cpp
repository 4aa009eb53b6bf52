// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/throwawayca.h"

#include <ctime>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr long aDay = 24L * 60 * 60;

template <class T, void (*release)(T *)>
struct FreedBy
{
    void operator()(T *object) const { release(object); }
};
using Certificate = std::unique_ptr<X509, FreedBy<X509, X509_free>>;
using SigningKey = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY, EVP_PKEY_free>>;
using MemoryBio = std::unique_ptr<BIO, FreedBy<BIO, BIO_free_all>>;

/// What a new certificate says.
struct CertificateText
{
    const char *name;
    std::vector<std::pair<int, const char *>> extensions;
    long begins;
    long ends; ///< both in seconds from now
};

std::string allOf(BIO *bio)
{
    std::string text(BIO_ctrl_pending(bio), '\0');
    const int read = BIO_read(bio, text.data(), static_cast<int>(text.size()));
    text.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    return text;
}

std::string pemOf(X509 *certificate)
{
    const MemoryBio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? allOf(bio.get()) : std::string();
}

std::string pemOf(EVP_PKEY *key)
{
    const MemoryBio bio(BIO_new(BIO_s_mem()));
    const int written = PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return written == 1 ? allOf(bio.get()) : std::string();
}

SigningKey newKey()
{
    return SigningKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

bool setSerial(X509 *certificate)
{
    std::uint64_t serial = 0;
    return RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) == 1
        && ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1;
}

bool addExtensions(X509 *certificate, X509 *issuer, const CertificateText &text)
{
    X509V3_CTX context {};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto &[nid, value] : text.extensions) {
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
        const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
        X509_EXTENSION_free(extension);
        if (!added)
            return false;
    }
    return true;
}

/// Without issuer it signs itself.
Certificate signedCertificate(EVP_PKEY *key, const CertificateText &text, X509 *issuer, EVP_PKEY *issuerKey)
{
    Certificate made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    const auto *name = reinterpret_cast<const unsigned char *>(text.name);
    X509_NAME *subject = X509_get_subject_name(made.get());
    const bool ok = setSerial(made.get()) && X509_gmtime_adj(X509_getm_notBefore(made.get()), text.begins)
        && X509_gmtime_adj(X509_getm_notAfter(made.get()), text.ends)
        && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, -1, -1, 0) == 1
        && X509_set_issuer_name(made.get(), issuer ? X509_get_subject_name(issuer) : subject) == 1
        && X509_set_pubkey(made.get(), key) == 1
        && addExtensions(made.get(), issuer ? issuer : made.get(), text)
        && X509_sign(made.get(), issuerKey, EVP_sha256()) > 0;
    return ok ? std::move(made) : nullptr;
}

CertificateText textOf(ThrowawayCa::Leaf kind)
{
    const bool wrongName = kind == ThrowawayCa::Leaf::WrongName;
    const bool expired = kind == ThrowawayCa::Leaf::Expired;
    const bool early = kind == ThrowawayCa::Leaf::NotYetValid;
    const char *names = wrongName ? "DNS:elsewhere.likeness.test" : "DNS:localhost,IP:127.0.0.1";
    return {wrongName ? "elsewhere.likeness.test" : "localhost",
        {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
            {NID_ext_key_usage, "serverAuth"}, {NID_subject_alt_name, names},
            {NID_subject_key_identifier, "hash"}, {NID_authority_key_identifier, "keyid:always"}},
        expired     ? -30 * aDay
            : early ? aDay
                    : -aDay,
        expired ? -aDay : 30 * aDay};
}

} // namespace

class ThrowawayCa::Private
{
public:
    SigningKey key;
    Certificate certificate;
    std::string pem;
};

ThrowawayCa::ThrowawayCa(std::unique_ptr<Private> made)
    : d(std::move(made))
{
}

ThrowawayCa::ThrowawayCa(ThrowawayCa &&) noexcept = default;
ThrowawayCa::~ThrowawayCa() = default;

Result<ThrowawayCa> ThrowawayCa::made()
{
    auto made = std::make_unique<Private>();
    made->key = newKey();
    const CertificateText text {"Likeness sandbox CA",
        {{NID_basic_constraints, "critical,CA:TRUE"}, {NID_key_usage, "critical,keyCertSign,cRLSign"},
            {NID_subject_key_identifier, "hash"}},
        -2 * aDay, 30 * aDay};
    if (made->key)
        made->certificate = signedCertificate(made->key.get(), text, nullptr, made->key.get());
    if (!made->certificate)
        return Error {Errc::Local, u"no certificate authority could be made"_s};
    made->pem = pemOf(made->certificate.get());
    return ThrowawayCa(std::move(made));
}

const std::string &ThrowawayCa::certificate() const
{
    return d->pem;
}

Result<ServerIdentity> ThrowawayCa::leaf(Leaf kind) const
{
    const SigningKey key = newKey();
    if (!key)
        return Error {Errc::Local, u"no key could be made"_s};
    const Certificate made = signedCertificate(key.get(), textOf(kind), d->certificate.get(), d->key.get());
    if (!made)
        return Error {Errc::Local, u"no certificate could be made"_s};
    return ServerIdentity {pemOf(made.get()), pemOf(key.get())};
}

} // namespace likeness
