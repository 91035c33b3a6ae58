#include "ingest/json_lines.h"

#include <nlohmann/json.hpp>

#include "dates.h"
#include "utf8.h"

namespace gainsay::ingest {
namespace {

using Json = nlohmann::json;

Unexpected refuse(const std::string& where, const std::string& message) {
  return fail(ErrorCode::kInvalidText, where, message);
}

/// An object, or nothing.
Json parse(std::string_view line) {
  Json out = Json::parse(line, nullptr, false);
  return out.is_object() ? out : Json();
}

const Json* member(const Json& object, const char* key, Json::value_t type) {
  const auto found = object.find(key);
  return found != object.end() && found->type() == type ? &*found : nullptr;
}

std::string text_of(const Json& object, const char* key) {
  const Json* found = member(object, key, Json::value_t::string);
  return found == nullptr ? std::string() : found->get<std::string>();
}

std::string id_of(const Json& object) {
  const auto found = object.find("id");
  return found == object.end() ? "null" : found->dump();
}

bool read_side(const Json& object, const char* key, GivenText& out) {
  const auto found = object.find(key);
  if (found == object.end()) return false;
  if (found->is_string()) {
    out.text = found->get<std::string>();
    return true;
  }
  if (!found->is_object() || member(*found, "text", Json::value_t::string) == nullptr) return false;
  out.text = text_of(*found, "text");
  out.source = text_of(*found, "source");
  const std::string published = text_of(*found, "published");
  out.published = parse_date(published);
  return published.empty() || out.published;
}

bool read_place(const Json& object, GoldPlace& out) {
  out.file = text_of(object, "file");
  out.text = text_of(object, "text");
  return !out.file.empty() && !out.text.empty();
}

std::optional<double> number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

}  // namespace

std::optional<std::string> fault_of(std::string_view line) {
  if (line.find('\0') != std::string_view::npos) return "binary data (a zero byte)";
  const std::size_t at = first_invalid_utf8(line);
  if (at == std::string_view::npos) return std::nullopt;
  return "not valid UTF-8 at byte " + std::to_string(at + 1);
}

Result<TextLine> read_text_line(const std::string& where, std::string_view line) {
  const Json object = parse(line);
  const Json* text = object.is_object() ? member(object, "text", Json::value_t::string) : nullptr;
  if (text == nullptr) {
    return refuse(where, "write a JSON object a line: {\"id\": ..., \"text\": \"...\"}");
  }
  return TextLine{id_of(object), text->get<std::string>()};
}

Result<TextPair> read_text_pair(const std::string& where, std::string_view line) {
  const Json object = parse(line);
  TextPair out;
  if (!object.is_object() || !read_side(object, "a", out.a) || !read_side(object, "b", out.b)) {
    return refuse(where,
                  "write a JSON object a line: {\"a\": ..., \"b\": ...}, each a text or "
                  "{\"text\": \"...\", \"published\": \"2031-06-12\", \"source\": \"...\"}");
  }
  out.id = id_of(object);
  return out;
}

Result<GoldFinding> read_gold_finding(const std::string& where, std::string_view line) {
  const Json object = parse(line);
  GoldFinding out;
  const Json* a = object.is_object() ? member(object, "a", Json::value_t::object) : nullptr;
  const Json* b = object.is_object() ? member(object, "b", Json::value_t::object) : nullptr;
  const Json* must = object.is_object() ? member(object, "must", Json::value_t::boolean) : nullptr;
  const Json* verdicts =
      object.is_object() ? member(object, "verdicts", Json::value_t::array) : nullptr;
  const bool whole = a != nullptr && b != nullptr && must != nullptr && verdicts != nullptr &&
                     read_place(*a, out.a) && read_place(*b, out.b);
  if (!whole) {
    return refuse(where,
                  "a gold finding has \"a\" and \"b\" with \"file\" and \"text\", "
                  "\"verdicts\" and \"must\"");
  }
  out.must = must->get<bool>();
  for (const Json& verdict : *verdicts) {
    if (!verdict.is_string()) return refuse(where, "\"verdicts\" is a list of names");
    out.verdicts.push_back(verdict.get<std::string>());
  }
  return out;
}

Result<GoldClaim> read_gold_claim(const std::string& where, std::string_view line) {
  const Json object = parse(line);
  GoldClaim out;
  if (!object.is_object() || !read_place(object, out.at) || text_of(object, "attribute").empty()) {
    return refuse(where, "a gold claim has \"file\", \"text\" and \"attribute\"");
  }
  out.attribute = text_of(object, "attribute");
  out.has_value = object.contains("lo") || object.contains("hi");
  out.lo = number_of(object, "lo");
  out.hi = number_of(object, "hi");
  out.unit = text_of(object, "unit");
  return out;
}

}  // namespace gainsay::ingest
