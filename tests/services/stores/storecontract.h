// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"
#include "tests/support/tcprelay.h"

#include <QObject>
#include <QRgb>
#include <memory>

namespace likeness::test {

/// What a store is put into by its harness.
enum class Situation {
    Plain, ///< may read and write
    NoRight, ///< may read, not write
    WrongPassword,
    LockedAccount,
    ExpiredPassword,
    Relayed, ///< through relay(), with a time limit of about a second
    ServerGone, ///< nothing listens
    CertificateExpired,
    CertificateWrongName,
    CertificateUnknownIssuer,
};

/// One kind of store and the real thing behind it. What stands there is set and read by other means than the
/// project's own code.
class StoreHarness
{
public:
    virtual ~StoreHarness() = default;

    /// Null where this kind of store cannot get into the situation; then whyNot() says why, in the test's
    /// output.
    virtual std::unique_ptr<PhotoStore> store(Situation situation) = 0;
    virtual const char *whyNot(Situation situation) const = 0;
    virtual PersonKeys person() const = 0;
    /// Null where a person needs no entry before the photo, or where a missing one looks like a missing
    /// photo.
    virtual std::optional<PersonKeys> nobody() const = 0;
    virtual bool setPhoto(const std::optional<QByteArray> &photo) = 0;
    virtual std::optional<QByteArray> photo() const = 0;
    virtual TcpRelay *relay() { return nullptr; }
    virtual Errc errcWithoutRight() const = 0;
    virtual WriteRight rightWithoutRight() const = 0;
    virtual WriteRight rightWhenPlain() const = 0;
    virtual bool stampsWrites() const = 0;
    /// Why this kind of store cannot remove (it then says Unsupported); null = it can.
    virtual const char *whyNoRemoval() const { return nullptr; }
};

/// What every store keeps to (docs/decisions/003-store-contract.md); run by tst_<store>contract. A store that
/// makes its own files of what it is given (traits().keepsBytes) is held to the colour of a flat picture.
class StoreContract final : public QObject
{
    Q_OBJECT
public:
    explicit StoreContract(StoreHarness &harness);

private slots:
    void init();
    void probes();
    void noPhotoIsAnAnswer();
    void readsWhatIsThere();
    void seesWhatItReads();
    void writesTheFirst();
    void replaces();
    void removes();
    void removesNothing();
    void changesNothingWhenTheSameIsWritten();
    void conflictWhenReplaced();
    void conflictWhenSomebodyWasFirst();
    void conflictWhenGone();
    void conflictOnRemoval();
    void takesAsMuchAsItSays();
    void refusesMore();
    void refusesNothing();
    void nobodyIsNotFound();
    void tellsRights();
    void refusedWithoutRight();
    void signInFails_data();
    void signInFails();
    void serverGone();
    void goneBeforeTheWriteArrives();
    void goneAfterTheWriteArrived();
    void slowServer();
    void cancelled();
    void dropped();
    // last: they may leave a server with an expired certificate behind
    void certificateRefused_data();
    void certificateRefused();

private:
    std::unique_ptr<PhotoStore> relayed();
    /// What stands there, in a test's words: empty = just this.
    QByteArray objectionTo(const PhotoStore &store, const std::optional<QByteArray> &expected) const;
    /// The photo that was put there, as the store gives it out.
    EncodedPhoto shown(PhotoStore &store, const QByteArray &put) const;

    StoreHarness &m_harness;
};

/// A JPEG of flat colour with a comment that makes it exactly this long (0 = as short as it is).
QByteArray jpegPhoto(int edge, QRgb colour, qsizetype length = 0);

} // namespace likeness::test
