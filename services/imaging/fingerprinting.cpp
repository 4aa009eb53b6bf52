// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/fingerprinting.h"

#include "services/imaging/picture.h"
#include "services/imaging/previewproxy.h"

namespace likeness {
namespace {

constexpr PictureLimits fingerprintLimits {
    8 * 1024 * 1024, 25'000'000, 8192, std::chrono::milliseconds(3000), false};

} // namespace

Result<Fingerprint> fingerprintOf(const QByteArray &file, std::stop_token stop)
{
    return openPicture(file, fingerprintLimits, stop)
        .andThen([stop](const Picture &picture) { return PreviewProxy::of(picture, stop); })
        .transform([](const PreviewProxy &proxy) { return Fingerprint::of(proxy.image()); });
}

Result<Fingerprint> fingerprintOf(const EncodedPhoto &photo, std::stop_token stop)
{
    return fingerprintOf(photo.bytes, stop);
}

} // namespace likeness
