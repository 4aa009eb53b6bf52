// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/heiflibrary.h"

#include <QLibrary>
#include <optional>

namespace likeness {

namespace {

constexpr int heifInterface = 1; ///< the number in libheif.so.1

/// Looks functions up until one is missing.
class FunctionFinder
{
public:
    explicit FunctionFinder(QLibrary &library)
        : m_library(library)
    {
    }
    template <class Function>
    void find(Function &function, const char *name)
    {
        function = reinterpret_cast<Function>(m_library.resolve(name));
        m_complete = m_complete && function;
    }
    bool isComplete() const { return m_complete; }

private:
    QLibrary &m_library;
    bool m_complete = true;
};

std::optional<HeifLibrary> loadHeif()
{
    QLibrary library(
        QStringLiteral("heif"), heifInterface); // stays loaded: QLibrary does not unload by itself
    FunctionFinder finder(library);
    HeifLibrary heif;
    finder.find(heif.contextAlloc, "heif_context_alloc");
    finder.find(heif.contextFree, "heif_context_free");
    finder.find(heif.setMaximumImageSizeLimit, "heif_context_set_maximum_image_size_limit");
    finder.find(heif.readFromMemory, "heif_context_read_from_memory_without_copy");
    finder.find(heif.primaryImageHandle, "heif_context_get_primary_image_handle");
    finder.find(heif.handleRelease, "heif_image_handle_release");
    finder.find(heif.handleWidth, "heif_image_handle_get_width");
    finder.find(heif.handleHeight, "heif_image_handle_get_height");
    finder.find(heif.colourProfileSize, "heif_image_handle_get_raw_color_profile_size");
    finder.find(heif.colourProfile, "heif_image_handle_get_raw_color_profile");
    finder.find(heif.metadataIds, "heif_image_handle_get_list_of_metadata_block_IDs");
    finder.find(heif.metadataSize, "heif_image_handle_get_metadata_size");
    finder.find(heif.metadata, "heif_image_handle_get_metadata");
    finder.find(heif.optionsAlloc, "heif_decoding_options_alloc");
    finder.find(heif.optionsFree, "heif_decoding_options_free");
    finder.find(heif.decodeImage, "heif_decode_image");
    finder.find(heif.imageRelease, "heif_image_release");
    finder.find(heif.imageWidth, "heif_image_get_width");
    finder.find(heif.imageHeight, "heif_image_get_height");
    finder.find(heif.imagePlane, "heif_image_get_plane_readonly");
    return finder.isComplete() ? std::optional(heif) : std::nullopt;
}

} // namespace

const HeifLibrary *HeifLibrary::loaded()
{
    static const std::optional<HeifLibrary> heif = loadHeif();
    return heif ? &*heif : nullptr;
}

} // namespace likeness
