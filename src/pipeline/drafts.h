#pragma once

#include "embed/embedder.h"
#include "reading.h"
#include "store/store.h"
#include "text/document.h"

namespace gainsay::pipeline {

/// A report as the store would give it back, without a store and without a number.
[[nodiscard]] store::StoredDocument read_draft(text::Document document, const Reading& reading,
                                               embed::Embedder& embedder);

}  // namespace gainsay::pipeline
