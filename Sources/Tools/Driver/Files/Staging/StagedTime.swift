/// The time that everything in a staged context has.
///
/// Times go into image layers, so they must be the same for everybody: a source file's own time is when it was checked
/// out or saved, and altoc's is when it ran. It is one constant, not one made from the content, because build tools in
/// the image compare times: equal ones are up to date, while invented ones would start to rebuild what is shipped
/// (autotools, make, Cython). It is not zero, because zip archives, and with them Python wheels, begin in 1980.
enum StagedTime {
  /// 2000-01-01 00:00:00 UTC.
  static let time = FileStatus.Time(seconds: 946_684_800, nanoseconds: 0)
}
