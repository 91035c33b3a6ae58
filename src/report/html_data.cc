#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "consensus.h"
#include "decision_json.h"
#include "display.h"
#include "html_parts.h"
#include "json_writer.h"
#include "quote.h"

namespace gainsay::report {
namespace {

/// UTF-16 code units: what positions count in the script.
std::size_t utf16_size(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    size += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
  }
  return size;
}

/// Each text once; rows name it by its index.
class Strings {
 public:
  std::size_t operator()(std::string text) {
    const auto [at, is_new] = index_.emplace(std::move(text), all_.size());
    if (is_new) all_.push_back(&at->first);
    return at->second;
  }
  [[nodiscard]] const std::vector<const std::string*>& all() const { return all_; }

 private:
  std::unordered_map<std::string, std::size_t> index_;  ///< nodes keep their address
  std::vector<const std::string*> all_;
};

std::string limits(const Quantity& q) {
  const bool exact = q.hard.lo == q.hard.hi && q.pragmatic.lo == q.pragmatic.hi;
  if (exact && q.is_point() && !q.approximate) return "";
  return display_bounds(q, q.hard);
}

std::string voice_of(const Assertion& assertion) {
  std::string out = assertion.speaker;
  if (out.empty() && assertion.voice == Voice::kAttributed) out = "an unnamed speaker";
  if (assertion.quoted) out += out.empty() ? "in quotation marks" : ", in quotation marks";
  return out;
}

std::string time_of(const TimeInterval& time) {
  const std::string from = date_of(time.from).substr(0, 10);
  const std::string to = date_of(time.to).substr(0, 10);
  return to.empty() || to == from ? from : from + " to " + to;
}

std::string subject_of(const Frame& frame) {
  std::string names;
  for (const std::string& participant : frame.participants)
    names += (names.empty() ? "" : ", ") + participant;
  std::vector<std::string> parts;
  for (const std::string& part : {frame.subject, names, frame.place, time_of(frame.time),
                                  frame.population, frame.period, frame.ordinal}) {
    if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

using Facts = std::vector<std::pair<std::string, std::string>>;

Facts facts_of(const Claim& claim, const ReportDocument& in) {
  Facts out = {{"Value", display(claim.value)}};
  const auto add = [&out](const char* term, std::string text) {
    if (!text.empty()) out.emplace_back(term, std::move(text));
  };
  if (claim.value.quantity) add("Allows", limits(*claim.value.quantity));
  add("Says who", voice_of(claim.assertion));
  if (claim.assertion.polarity == Polarity::kDenied) add("Polarity", "denied");
  if (claim.assertion.modality != Modality::kFact) add("Stated as", name(claim.assertion.modality));
  add("About", subject_of(claim.frame));
  add("As of", time_of(claim.as_of));
  const text::Position at = in.document->position(claim.span.begin);
  add("Where",
      in.document->name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column));
  return out;
}

/// True when a paragraph ends between two sentences: a blank line, or a tag that is no inline one.
bool paragraph_ends(std::string_view between) {
  if (between.find('<') == between.npos) {
    const std::size_t line = between.find('\n');
    return line != between.npos && between.find('\n', line + 1) != between.npos;
  }
  for (const char* block : {"<p", "</p", "<div", "</div", "<li", "</li", "<h", "</h", "<td", "</td",
                            "<br", "<fig", "</fig", "<blockquote", "</blockquote", "<tr"}) {
    if (between.find(block) != between.npos) return true;
  }
  return false;
}

class DataWriter {
 public:
  DataWriter(const Report& report, const Lookup& lookup, const Listed& listed)
      : report_(report), lookup_(lookup), listed_(listed) {}

  std::string write(const std::string& id, const HtmlOptions& options) {
    json_.open('{');
    json_.key("schema").string("gainsay-review/1");
    json_.key("version").string(report_.version);
    json_.key("id").string(id);
    json_.key("made").string_or_null(options.made);
    json_.key("served").boolean(options.served);
    write_documents();
    write_claims();
    write_findings();
    write_links();
    write_spreads();
    write_tables();
    json_.key("decisions").open('[');
    for (const Decision& decision : options.decisions)
      write_decision(json_, decision);
    json_.close(']');
    json_.close('}');
    return escaped(json_.take());
  }

 private:
  /// Inside strings alone can there be a "<"; without it nothing ends the element.
  static std::string escaped(const std::string& json) {
    std::string out;
    out.reserve(json.size() + json.size() / 64);
    for (const char c : json) {
      if (c == '<') {
        out += "\\u003c";
      } else {
        out += c;
      }
    }
    return out;
  }

  void text(std::string_view text) { json_.string(readable(text)); }
  void index(std::string text) { json_.integer(strings_(std::move(text))); }

  void write_documents() {
    json_.key("documents").open('[');
    for (const ReportDocument& in : report_.documents) {
      const text::Metadata& metadata = in.document->metadata();
      json_.line();
      json_.open('[');
      text(in.document->name());
      text(source_of(in));
      text(metadata.title);
      text(metadata.url);
      json_.string(in.facts.published ? to_iso(*in.facts.published) : "");
      json_.integer(in.facts.origin.value());
      json_.integer(in.facts.story.value());
      write_paragraphs(in);
      json_.close(']');
    }
    json_.close(']');
  }

  void write_paragraphs(const ReportDocument& in) {
    const std::string_view bytes = in.document->bytes();
    json_.open('[');
    for (std::size_t i = 0; i < in.sentences.size();) {
      const Zone zone = in.sentences[i].zone;
      const bool furniture = zone == Zone::kFurniture || zone == Zone::kRelated;
      json_.open('[');
      json_.string(name(zone));
      const std::size_t first = i;
      do {
        if (!furniture) text(in.sentences[i].text);
        ++i;
      } while (i < in.sentences.size() && in.sentences[i].zone == zone &&
               (furniture || !ends_between(bytes, in.sentences[i - 1], in.sentences[i])));
      if (furniture) json_.integer(i - first);
      json_.close(']');
    }
    json_.close(']');
  }

  static bool ends_between(std::string_view bytes, const ReportSentence& a,
                           const ReportSentence& b) {
    if (a.zone != Zone::kBody) return true;
    if (a.original.end > b.original.begin || b.original.begin > bytes.size()) return false;
    return paragraph_ends(bytes.substr(a.original.end, b.original.begin - a.original.end));
  }

  void write_claims() {
    std::unordered_map<std::uint64_t, bool> in_finding;
    for (const auto& [finding, s] : listed_) {
      in_finding[finding->a.value()] = true;
      in_finding[finding->b.value()] = true;
    }
    for (const Finding& finding : report_.judgement.findings) {
      in_finding.try_emplace(finding.a.value(), false);
      in_finding.try_emplace(finding.b.value(), false);
    }
    json_.key("claims").open('[');
    for (const Claim& claim : report_.claims) {
      const ReportDocument* in = lookup_.document(claim.document);
      if (in == nullptr) continue;
      const auto role = in_finding.find(claim.id.value());
      claims_.emplace(claim.id.value(), claims_.size());
      write_claim(claim, *in, role != in_finding.end(), role != in_finding.end() && role->second);
    }
    json_.close(']');
  }

  /// A claim that meets another carries its figure; one with a finding all that is known of it.
  void write_claim(const Claim& claim, const ReportDocument& in, bool compared, bool judged) {
    const Marked marked = mark(claim, in);
    const std::string before = readable(marked.before);
    const std::string words = readable(marked.words);
    const bool in_sentence =
        claim.sentence < in.sentences.size() &&
        marked.before + marked.words + marked.after == in.sentences[claim.sentence].text;
    const auto& since = claim.as_of.from ? claim.as_of.from : in.facts.published;
    const std::size_t begin = in_sentence ? utf16_size(before) : 0;
    measures_.emplace(claim.attribute, display_measure(claim.attribute));
    json_.open('[');
    json_.integer(in.facts.id.value() - 1);
    json_.integer(claim.sentence);
    json_.integer(begin);
    json_.integer(in_sentence ? begin + utf16_size(words) : 0);
    index(readable(claim.attribute));
    index(readable(display(claim.value)));
    index(since ? to_iso(*since) : "");
    if (compared) {
      write_facts(judged ? facts_of(claim, in) : Facts{});
      write_figure(claim.value);
      if (judged && !in_sentence) {
        json_.open('[');
        json_.string(before);
        json_.string(words);
        text(marked.after);
        json_.close(']');
      }
    }
    json_.close(']');
  }

  void write_facts(const Facts& facts) {
    json_.open('[');
    for (const auto& [term, value] : facts) {
      index(term);
      index(readable(value));
    }
    json_.close(']');
  }

  void write_figure(const Value& value) {
    if (!value.quantity) return json_.null();
    const Quantity& q = *value.quantity;
    const Scale scale = display_scale(q);
    json_.open('[');
    for (const double end : {q.lo, q.hi, q.hard.lo, q.hard.hi, q.pragmatic.lo, q.pragmatic.hi})
      json_.number(end);
    index(q.dimension == "count" ? "" : q.unit);
    json_.number(scale.factor);
    index(scale.before);
    index(scale.after);
    json_.close(']');
  }

  void write_findings() {
    json_.key("findings").open('[');
    for (const auto& [finding, s] : listed_) {
      json_.line();
      json_.open('[');
      json_.hex(finding->id.value());
      index(name(finding->verdict));
      json_.string(name(finding->severity));
      json_.integer(claims_.at(finding->a.value()));
      json_.integer(claims_.at(finding->b.value()));
      index(readable(finding->reason));
      json_.number(std::round(finding->confidence * 1000) / 1000);
      json_.integer(finding->origins_a);
      json_.integer(finding->origins_b);
      json_.open('[');
      for (const GateResult& gate : finding->gates)
        json_.integer(gate_index(gate));
      json_.close(']');
      json_.close(']');
    }
    json_.close(']');
  }

  std::size_t gate_index(const GateResult& gate) {
    const std::array<std::size_t, 3> row = {strings_(name(gate.gate)), gate.passed ? 1U : 0U,
                                            strings_(readable(gate.because))};
    const auto [at, is_new] = gate_index_.emplace(row, gates_.size());
    if (is_new) gates_.push_back(row);
    return at->second;
  }

  /// Pairs that agree: who else says it.
  void write_links() {
    json_.key("links").open('[');
    for (const Finding& finding : report_.judgement.findings) {
      if (finding.severity != Severity::kNone) continue;
      const auto a = claims_.find(finding.a.value());
      const auto b = claims_.find(finding.b.value());
      if (a == claims_.end() || b == claims_.end()) continue;
      json_.open('[');
      json_.integer(a->second);
      json_.integer(b->second);
      index(name(finding.verdict));
      json_.close(']');
    }
    json_.close(']');
  }

  void write_spreads() {
    json_.key("spreads").open('[');
    for (const Consensus& figure : consensus(report_, lookup_)) {
      json_.line();
      json_.open('[');
      for (const Level* level : {&figure.low, &figure.conservative, &figure.median, &figure.high})
        json_.number(level->value);
      json_.integer(figure.origins);
      write_indices(figure.claims);
      write_indices(figure.idle);
      json_.close(']');
    }
    json_.close(']');
  }

  void write_indices(const std::vector<const Claim*>& claims) {
    json_.open('[');
    for (const Claim* claim : claims)
      json_.integer(claims_.at(claim->id.value()));
    json_.close(']');
  }

  void write_tables() {
    json_.key("gates").open('[');
    for (const auto& row : gates_) {
      json_.open('[');
      for (const std::size_t cell : row)
        json_.integer(cell);
      json_.close(']');
    }
    json_.close(']');
    json_.key("measures").open('{');
    for (const auto& [attribute, shown] : measures_)
      json_.key(readable(attribute)).string(readable(shown));
    json_.close('}');
    json_.key("strings").open('[');
    for (const std::string* string : strings_.all())
      json_.string(*string);
    json_.close(']');
  }

  const Report& report_;
  const Lookup& lookup_;
  const Listed& listed_;
  JsonWriter json_{JsonWriter::Spacing::kNone};
  Strings strings_;
  std::unordered_map<std::uint64_t, std::size_t> claims_;
  std::map<std::string, std::string> measures_;
  std::map<std::array<std::size_t, 3>, std::size_t> gate_index_;
  std::vector<std::array<std::size_t, 3>> gates_;
};

}  // namespace

std::string review_data(const Report& report, const Lookup& lookup, const Listed& listed,
                        const std::string& id, const HtmlOptions& options) {
  return DataWriter(report, lookup, listed).write(id, options);
}

}  // namespace gainsay::report
