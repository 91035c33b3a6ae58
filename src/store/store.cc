#include "store/store.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <unordered_map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "claim_columns.h"
#include "decision_rows.h"
#include "guarded.h"
#include "halves.h"
#include "report_rows.h"
#include "schema.h"

namespace gainsay::store {
namespace {

/// Leaves a prepared statement ready for its next use, also when something is thrown: a statement
/// that is not reset holds its read lock.
class Use {
 public:
  explicit Use(SQLite::Statement& statement) : statement_(statement) {}
  ~Use() { statement_.tryReset(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;

 private:
  SQLite::Statement& statement_;
};

/// Brings an empty or older database to kSchemaVersion, in one transaction.
void upgrade(SQLite::Database& db) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  for (int version = pragma(db, "user_version"); version < kSchemaVersion; ++version) {
    db.exec(kUpgrades[static_cast<std::size_t>(version)]);
  }
  make_report_rows(db);
  db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("UPDATE meta SET value = '" + std::to_string(kSchemaVersion) +
          "' WHERE key = 'schema_version'");
  transaction.commit();
}

void prepare_schema(SQLite::Database& db) {
  db.exec("PRAGMA foreign_keys = ON");
  const int version = pragma(db, "user_version");
  refuse_foreign(db);
  if (sqlite3_db_readonly(db.getHandle(), "main") == 1) {
    if (version == kSchemaVersion) return;
    throw Refused("the database is write-protected and has to be upgraded; make it writable");
  }
  // Two processes that create a file at once may get SQLITE_BUSY here without waiting; the one that
  // loses goes on, as the mode is a property of the file.
  sqlite3_exec(db.getHandle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
  db.exec("PRAGMA synchronous = NORMAL");
  if (version < kSchemaVersion) upgrade(db);
}

ColumnNames claim_columns() {
  ColumnNames columns;
  const Claim any;
  each_column(columns, any);
  return columns;
}

}  // namespace

const std::string kDocumentColumns =
    "source, title, url, dateline, published, sha256, dimension, bytes";

struct Store::Impl {
  explicit Impl(const std::string& file)
      : path(file),
        db(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
           kBusyMilliseconds) {
    prepare_schema(db);
    db.exec(kTemporarySchema);
    statements.emplace(db);
  }

  struct Statements {
    explicit Statements(SQLite::Database& db)
        : holds(db, "SELECT 1 FROM documents WHERE name = ? AND sha256 = ? AND recipe = ?"),
          remove(db, "DELETE FROM documents WHERE name = ?"),
          put_document(
              db,
              "INSERT INTO documents (name, source, title, url, dateline, published, sha256, "
              "recipe, dimension, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          clear_sentences(db, "DELETE FROM temp.new_sentences"),
          collect_sentence(db, "INSERT INTO temp.new_sentences VALUES (?, ?, ?, ?, ?, ?)"),
          put_all_sentences(
              db,
              "INSERT INTO sentences (document, position, span_begin, span_end, zone, text) "
              "SELECT ?, position, span_begin, span_end, zone, text "
              "FROM temp.new_sentences ORDER BY position"),
          put_rows(db,
                   "INSERT INTO sentence_rows (sentence, halves) SELECT s.id, n.halves "
                   "FROM temp.new_sentences n JOIN sentences s "
                   "ON s.document = ? AND s.position = n.position"),
          put_report_row(db, "INSERT INTO report_rows (document, bytes) VALUES (?, ?)"),
          put_claim(db, "INSERT INTO claims (" + claim_columns().names + ", document) VALUES (" +
                            claim_columns().marks + ", ?)"),
          put_participant(db, "INSERT INTO participants (claim, position, name) VALUES (?, ?, ?)"),
          documents(db, "SELECT id, name, " + kDocumentColumns + " FROM documents ORDER BY name"),
          document(db, "SELECT id, name, " + kDocumentColumns + " FROM documents WHERE id = ?"),
          name_of(db, "SELECT name FROM documents WHERE id = ?"),
          count_claims(db, "SELECT count(*) FROM claims WHERE document = ?"),
          sentences(db,
                    "SELECT s.span_begin, s.span_end, s.zone, s.text, r.halves FROM sentences s "
                    "LEFT JOIN sentence_rows r ON r.sentence = s.id WHERE s.document = ? "
                    "ORDER BY s.position"),
          texts(db,
                "SELECT span_begin, span_end, zone, text FROM sentences WHERE document = ? "
                "ORDER BY position"),
          claims(db, "SELECT row, " + claim_columns().names +
                         " FROM claims WHERE document = ? ORDER BY span_begin, span_end, row"),
          participants(
              db,
              "SELECT p.claim, p.name FROM claims c JOIN participants p ON p.claim = c.row "
              "WHERE c.document = ? ORDER BY p.claim, p.position"),
          count(db, "SELECT count(*) FROM documents") {}

    SQLite::Statement holds, remove, put_document, clear_sentences, collect_sentence,
        put_all_sentences, put_rows, put_report_row, put_claim, put_participant, documents,
        document, name_of, count_claims, sentences, texts, claims, participants, count;
  };

  bool holds(const std::string& name, const std::string& sha256, const std::string& recipe) {
    Use use(statements->holds);
    Writer writer(statements->holds);
    writer.put(name);
    writer.put(sha256);
    writer.put(recipe);
    return statements->holds.executeStep();
  }

  /// Runs a statement that writes, whose values are bound; the row that an INSERT made.
  std::int64_t insert(SQLite::Statement& statement) {
    Use use(statement);
    statement.exec();
    return db.getLastInsertRowid();
  }

  bool remove(const std::string& name);
  std::int64_t put_document(const text::Document& document, const Rows& rows,
                            const std::string& recipe);
  void put_sentences(std::int64_t id, const text::Document& document,
                     const std::vector<text::Sentence>& sentences, const Rows& rows);
  void put_claims(std::int64_t id, const std::vector<Claim>& claims);
  std::vector<StoredDocument> all();
  StoredDocument one(std::int64_t row);
  std::uint64_t count();
  Nearest nearest(const ReportRow& row, const NearestLimits& limits);
  std::vector<StoredSentence> sentences_of(std::int64_t row);
  StoredDocument read_document(Reader& reader, DocumentId id);
  void read_sentences(std::int64_t id, StoredDocument& out);
  void read_claims(std::int64_t id, StoredDocument& out);

  std::string path;
  SQLite::Database db;
  std::optional<Statements> statements;
};

bool Store::Impl::remove(const std::string& name) {
  Use use(statements->remove);
  Writer(statements->remove).put(name);
  return statements->remove.exec() != 0;
}

std::int64_t Store::Impl::put_document(const text::Document& document, const Rows& rows,
                                       const std::string& recipe) {
  Writer writer(statements->put_document);
  const text::Metadata& metadata = document.metadata();
  writer.put(document.name());
  writer.put(metadata.source);
  writer.put(metadata.title);
  writer.put(metadata.url);
  writer.put(metadata.dateline);
  writer.put(metadata.published);
  writer.put(document.sha256());
  writer.put(recipe);
  writer.put(rows.dimension);
  writer.blob(document.bytes().data(), document.bytes().size());
  return insert(statements->put_document);
}

// All sentences of a report go in with one statement: each statement that fires a full-text trigger
// writes a segment of the index, which for single sentences takes longer than all the rest.
void Store::Impl::put_sentences(std::int64_t id, const text::Document& document,
                                const std::vector<text::Sentence>& sentences, const Rows& rows) {
  insert(statements->clear_sentences);
  std::vector<Half> halves(rows.dimension);
  ReportSum sum(rows.dimension);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const text::Sentence& sentence = sentences[i];
    const std::string readable(text::readable(document, sentence));
    Writer writer(statements->collect_sentence);
    writer.put(sentence.index);
    writer.put(sentence.original.begin);
    writer.put(sentence.original.end);
    writer.put(sentence.zone);
    writer.put(readable);
    if (rows.dimension == 0) {
      writer.null();
    } else {
      to_halves(&rows.data[i * rows.dimension], halves);
      sum.add(sentence.zone, &rows.data[i * rows.dimension]);
      writer.blob(halves.data(), halves.size() * sizeof(Half));
    }
    insert(statements->collect_sentence);
  }
  statements->put_all_sentences.bind(1, id);
  insert(statements->put_all_sentences);
  if (rows.dimension == 0) return;
  statements->put_rows.bind(1, id);
  insert(statements->put_rows);
  const ReportRow row = sum.row();
  statements->put_report_row.bind(1, id);
  Writer(statements->put_report_row, 2).blob(row.data(), row.size());
  insert(statements->put_report_row);
}

void Store::Impl::put_claims(std::int64_t id, const std::vector<Claim>& claims) {
  const int document_at = statements->put_claim.getBindParameterCount();
  for (const Claim& claim : claims) {
    Writer writer(statements->put_claim);
    each_column(writer, claim);
    statements->put_claim.bind(document_at, id);
    const std::int64_t row = insert(statements->put_claim);
    std::uint32_t position = 0;
    for (const std::string& participant : claim.frame.participants) {
      statements->put_participant.bind(1, row);
      Writer name(statements->put_participant, 2);
      name.put(position++);
      name.put(participant);
      insert(statements->put_participant);
    }
  }
}

StoredDocument Store::Impl::read_document(Reader& reader, DocumentId id) {
  std::string name, sha256;
  text::Metadata metadata;
  Rows rows;
  reader.get(name);
  reader.get(metadata.source);
  reader.get(metadata.title);
  reader.get(metadata.url);
  reader.get(metadata.dateline);
  reader.get(metadata.published);
  reader.get(sha256);
  reader.get(rows.dimension);
  text::Document document(std::move(name), reader.blob(), std::move(sha256), std::move(metadata),
                          {});
  return {id, std::move(document), {}, {}, std::move(rows)};
}

std::vector<StoredSentence> Store::Impl::sentences_of(std::int64_t row) {
  Use use(statements->texts);
  statements->texts.bind(1, row);
  std::vector<StoredSentence> out;
  while (statements->texts.executeStep()) {
    Reader reader(statements->texts);
    StoredSentence& sentence = out.emplace_back();
    reader.get(sentence.original.begin);
    reader.get(sentence.original.end);
    reader.get(sentence.zone);
    reader.get(sentence.text);
  }
  return out;
}

void Store::Impl::read_sentences(std::int64_t id, StoredDocument& out) {
  Use use(statements->sentences);
  statements->sentences.bind(1, id);
  while (statements->sentences.executeStep()) {
    Reader reader(statements->sentences);
    StoredSentence sentence;
    reader.get(sentence.original.begin);
    reader.get(sentence.original.end);
    reader.get(sentence.zone);
    reader.get(sentence.text);
    out.sentences.push_back(std::move(sentence));
    if (out.rows.dimension == 0) continue;
    const std::string bytes = reader.blob();
    if (bytes.size() != out.rows.dimension * sizeof(Half)) throw DamagedRow("row of wrong size");
    from_halves(bytes, out.rows.data);
  }
}

void Store::Impl::read_claims(std::int64_t id, StoredDocument& out) {
  Use names(statements->participants);
  statements->participants.bind(1, id);
  std::unordered_map<std::int64_t, std::vector<std::string>> participants;
  while (statements->participants.executeStep()) {
    Reader reader(statements->participants);
    reader.get(participants[reader.number()].emplace_back());
  }
  Use use(statements->claims);
  statements->claims.bind(1, id);
  while (statements->claims.executeStep()) {
    Reader reader(statements->claims);
    Claim& claim = out.claims.emplace_back();
    const std::int64_t row = reader.number();
    each_column(reader, claim);
    claim.document = out.id;
    if (const auto found = participants.find(row); found != participants.end()) {
      claim.frame.participants = std::move(found->second);
    }
  }
}

std::vector<StoredDocument> Store::Impl::all() {
  SQLite::Transaction snapshot(db);
  std::vector<StoredDocument> out;
  Use use(statements->documents);
  while (statements->documents.executeStep()) {
    Reader reader(statements->documents);
    const std::int64_t row = reader.number();
    out.push_back(read_document(reader, DocumentId{static_cast<std::uint32_t>(out.size() + 1)}));
    read_sentences(row, out.back());
    read_claims(row, out.back());
  }
  return out;
}

std::uint64_t Store::Impl::count() {
  Use use(statements->count);
  statements->count.executeStep();
  return static_cast<std::uint64_t>(statements->count.getColumn(0).getInt64());
}

StoredDocument Store::Impl::one(std::int64_t row) {
  Use use(statements->document);
  statements->document.bind(1, row);
  if (!statements->document.executeStep()) throw DamagedRow("report without a row");
  Reader reader(statements->document);
  const std::int64_t id = reader.number();
  StoredDocument out = read_document(reader, DocumentId{static_cast<std::uint32_t>(id)});
  read_sentences(id, out);
  read_claims(id, out);
  return out;
}

Nearest Store::Impl::nearest(const ReportRow& row, const NearestLimits& limits) {
  std::vector<Close> all = by_closeness(db, row);
  // Rows are numbered by arrival, which may decide nothing: equally close reports go by name.
  const auto name = [&](std::int64_t report) {
    Use use(statements->name_of);
    statements->name_of.bind(1, report);
    return statements->name_of.executeStep() ? statements->name_of.getColumn(0).getString() : "";
  };
  std::vector<std::tuple<double, std::string, std::int64_t>> close;
  for (const Close& one : all) {
    if (close.size() >= limits.reports && one.similarity < all[limits.reports - 1].similarity)
      break;
    close.emplace_back(-one.similarity, name(one.report), one.report);
  }
  std::ranges::sort(close);
  Nearest out;
  std::uint64_t claims = 0;
  for (const auto& [distance, named, report] : close) {
    if (out.closest.size() >= limits.reports) break;
    Use use(statements->count_claims);
    statements->count_claims.bind(1, report);
    statements->count_claims.executeStep();
    claims += static_cast<std::uint64_t>(statements->count_claims.getColumn(0).getInt64());
    if (claims > limits.claims && !out.closest.empty()) break;
    out.closest.push_back(report);
  }
  const std::size_t rest = all.size() - out.closest.size();
  const std::size_t sampled = std::min<std::size_t>(limits.sample, rest);
  for (std::size_t i = 0; i < sampled; ++i)
    out.sample.push_back(all[out.closest.size() + i * rest / sampled].report);
  return out;
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& path) {
  if (path.empty()) return fail(ErrorCode::kStore, "<database>", "no file was named; name one");
  return guarded(path, [&] { return Store(std::make_unique<Impl>(path)); });
}

Result<bool> Store::holds(const std::string& name, const std::string& sha256,
                          const std::string& recipe) {
  return guarded(impl_->path, [&] { return impl_->holds(name, sha256, recipe); });
}

Result<Added> Store::put(const text::Document& document,
                         const std::vector<text::Sentence>& sentences,
                         const std::vector<Claim>& claims, const Rows& rows,
                         const std::string& recipe) {
  assert(rows.dimension == 0 || rows.count() == sentences.size());
  return guarded(impl_->path, [&] {
    SQLite::Transaction transaction(impl_->db, SQLite::TransactionBehavior::IMMEDIATE);
    if (impl_->holds(document.name(), document.sha256(), recipe)) return Added::kUnchanged;
    const bool replaced = impl_->remove(document.name());
    const std::int64_t id = impl_->put_document(document, rows, recipe);
    impl_->put_sentences(id, document, sentences, rows);
    impl_->put_claims(id, claims);
    transaction.commit();
    return replaced ? Added::kReplaced : Added::kNew;
  });
}

Result<std::vector<StoredDocument>> Store::all() {
  return guarded(impl_->path, [&] { return impl_->all(); });
}

Result<std::uint64_t> Store::freeze() {
  return guarded(impl_->path, [&] {
    impl_->db.exec("BEGIN");
    return impl_->count();
  });
}

Result<std::vector<Listed>> Store::list() {
  return guarded(impl_->path, [&] {
    SQLite::Statement reports(impl_->db, "SELECT id, name, published FROM documents ORDER BY name");
    std::vector<Listed> out;
    while (reports.executeStep()) {
      Reader reader(reports);
      Listed& one = out.emplace_back();
      one.report = reader.number();
      reader.get(one.name);
      reader.get(one.published);
    }
    return out;
  });
}

Result<Nearest> Store::nearest(const std::vector<StoredSentence>& sentences, const Rows& rows,
                               const NearestLimits& limits) {
  return guarded(impl_->path, [&] {
    ReportSum sum(rows.dimension);
    for (std::size_t i = 0; i < std::min(sentences.size(), rows.count()); ++i)
      sum.add(sentences[i].zone, &rows.data[i * rows.dimension]);
    return impl_->nearest(sum.row(), limits);
  });
}

Result<StoredDocument> Store::one(std::int64_t report) {
  return guarded(impl_->path, [&] { return impl_->one(report); });
}

Result<std::vector<StoredSentence>> Store::sentences(std::int64_t report) {
  return guarded(impl_->path, [&] { return impl_->sentences_of(report); });
}

Result<std::uint64_t> Store::document_count() {
  return guarded(impl_->path, [&] { return impl_->count(); });
}

Result<std::vector<Decision>> Store::decisions() {
  return guarded(impl_->path, [&] { return all_decisions(impl_->db); });
}

Result<bool> Store::decide(FindingId finding, const std::optional<Decision>& expected,
                           const std::optional<Decision>& next) {
  return guarded(impl_->path, [&] { return replace_decision(impl_->db, finding, expected, next); });
}

}  // namespace gainsay::store
