#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace gainsay::bench {

/// An archive of invented news, the same on every machine for one seed: stories of 5 to 200 reports
/// (most are short), names that follow Zipf's law across stories, several stories of one kind in
/// one town, reports that copy each other, and figures that grow and differ.
struct ArchiveOptions {
  std::uint32_t reports = 250;
  std::uint32_t words = 500;  ///< of a report, at least
  std::uint64_t seed = 1;
};

struct MadeReport {
  std::string name;  ///< "r0000017.txt"; names in order of making
  std::string text;  ///< plain text with source and date
};

/// Two sentences of two reports of one story that give a figure for one thing.
struct Planted {
  std::string report_a, sentence_a;
  std::string report_b, sentence_b;
};

/// Calls `each` for one report after the other, stories whole; what was planted.
std::vector<Planted> make_archive(const ArchiveOptions& options,
                                  const std::function<void(const MadeReport&)>& each);

/// A draft of about so many words on the first story of such an archive.
[[nodiscard]] std::string make_draft(const ArchiveOptions& options, std::uint32_t words);

/// Claims that the rules find in a report of 500 words, about; tells how many reports make an
/// archive of so many claims.
inline constexpr double kClaimsPerReport = 32;

}  // namespace gainsay::bench
