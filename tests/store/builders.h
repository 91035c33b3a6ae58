#pragma once

#include <limits>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace gainsay {

inline bool operator==(const Claim& a, const Claim& b) {
  return a.id == b.id && a.document == b.document && a.sentence == b.sentence && a.span == b.span &&
         a.text == b.text && a.kind == b.kind && a.attribute == b.attribute && a.value == b.value &&
         a.frame == b.frame && a.as_of == b.as_of && a.assertion == b.assertion &&
         a.zone == b.zone && a.rule == b.rule && a.confidence == b.confidence &&
         a.denies == b.denies && a.fingerprint == b.fingerprint;
}
inline void PrintTo(const Claim& claim, std::ostream* out) {
  *out << to_hex(claim.id.value()) << ' ' << claim.attribute << " '" << claim.text << "'";
}

}  // namespace gainsay

namespace gainsay::store {

struct Report {
  text::Document document;
  std::vector<text::Sentence> sentences;
  std::vector<Claim> claims;
  Rows rows;
};

inline text::Document make_document(const std::string& name, const std::string& bytes,
                                    const text::Metadata& metadata) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::string sha256 = to_hex(ContentHash().add(bytes).value()) + std::string(48, '0');
  return {name, bytes, sha256, metadata, {{Zone::kBody, bytes, {{0, size, 0, size}}}}};
}

/// Sentences end at full stops; each "Nine" is a claim.
inline Report make_report(const std::string& name, const std::string& bytes) {
  Report out{make_document(name, bytes, {}), {}, {}, {2, {}}};
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t stop = bytes.find('.', at);
    if (stop == std::string::npos) break;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop + 1)};
    const auto index = static_cast<std::uint32_t>(out.sentences.size());
    out.sentences.push_back({index, 0, span, span, Zone::kBody});
    out.rows.data.insert(out.rows.data.end(), {0.625F, -0.75F});
    if (bytes.compare(at, 4, "Nine") == 0) {
      Claim claim;
      claim.id = ClaimId{ContentHash().add(bytes).add(at).value()};
      claim.sentence = index;
      claim.span = {span.begin, span.begin + 4};
      claim.text = "Nine";
      claim.attribute = "count:man";
      claim.value.quantity.emplace();
      claim.value.quantity->lo = claim.value.quantity->hi = 9;
      claim.value.quantity->unit = "person";
      claim.frame.participants = {"Ann Lee", "Bo Ek"};
      claim.assertion.voice = Voice::kAttributed;
      claim.assertion.speaker = "Ann Lee";
      claim.as_of.from = Instant{std::chrono::seconds{1642723200}};
      claim.rule = "any.count";
      out.claims.push_back(claim);
    }
    at = bytes.find_first_not_of(' ', stop + 1);
    if (at == std::string::npos) break;
  }
  return out;
}

/// A claim in which every field has some value of its range. Spans rise with the seed.
inline Claim arbitrary_claim(std::uint32_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t n) { return random() % n; };
  const auto text = [&] {
    const std::vector<std::string> all = {"",
                                          "killed",
                                          "caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x94\xA5",
                                          "a 'b' \"c\"; --",
                                          "line\nbreak",
                                          std::string("n\0l", 3),
                                          std::string(3000, 'z'),
                                          "12",
                                          "0x1F",
                                          " "};
    return all[below(all.size())];
  };
  const auto number = [&] {
    constexpr double kInf = std::numeric_limits<double>::infinity();
    const std::vector<double> all = {0,
                                     1,
                                     -1,
                                     0.1,
                                     1.0 / 3,
                                     5400,
                                     1e300,
                                     5e-324,
                                     kInf,
                                     -kInf,
                                     9007199254740993.0,
                                     std::numeric_limits<double>::max()};
    return all[below(all.size())];
  };
  const auto flag = [&] { return below(2) == 1; };
  const auto interval = [&] {
    TimeInterval out;
    if (flag()) out.from = Instant{std::chrono::seconds{static_cast<int>(below(1u << 31))}};
    if (flag()) out.to = Instant{std::chrono::seconds{-static_cast<int>(below(1u << 31))}};
    out.weekday = static_cast<std::int8_t>(static_cast<int>(below(8)) - 1);
    return out;
  };
  const auto bounds = [&] { return Bounds{number(), number(), flag(), flag()}; };
  Claim c;
  c.id = ClaimId{random()};
  c.sentence = static_cast<std::uint32_t>(random());
  c.span = {seed, static_cast<std::uint32_t>(-1) - static_cast<std::uint32_t>(below(9))};
  c.text = text();
  c.kind = static_cast<ClaimKind>(below(4));
  c.attribute = text();
  if (flag()) {
    c.value.quantity = Quantity{number(), number(), flag(), flag(), flag(), flag(), flag(), flag(),
                                bounds(), bounds(), text(), text(), text(), text(), text()};
  }
  c.value.label = text();
  c.frame = {text(), {}, text(), text(), interval(), text(), text(), text()};
  for (std::uint64_t i = below(4); i > 0; --i)
    c.frame.participants.push_back(text());
  c.as_of = interval();
  c.assertion = {static_cast<Voice>(below(2)),    text(), text(), static_cast<Polarity>(below(2)),
                 static_cast<Modality>(below(8)), flag()};
  c.zone = static_cast<Zone>(below(6));
  c.rule = text();
  c.confidence = static_cast<double>(below(1000)) / 999;
  if (flag()) c.denies = ClaimId{random()};
  c.fingerprint = random();
  return c;
}

}  // namespace gainsay::store
