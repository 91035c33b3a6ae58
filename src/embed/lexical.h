#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <Eigen/Core>

namespace gainsay::embed {

/// Places in the lexical part of a row. 256 places lose 0.004 of AUC against 412 on same-event
/// pairs, 1024 gain 0.003 (reports/embeddings.md).
inline constexpr Eigen::Index kLexical = 412;

[[nodiscard]] std::uint32_t stem_hash(std::string_view stem);

/// How much a stem tells: the logarithm of how rare it is, 0 from one word in 55 up. `share` of all
/// words of the language.
[[nodiscard]] float rarity_of(double share);

/// Adds the stem at two places that its hash names: two stems that meet in one seldom meet in both.
void add_stem(std::uint32_t hash, float rarity, Eigen::Ref<Eigen::VectorXf> lexical);

}  // namespace gainsay::embed
