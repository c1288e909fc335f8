import AltoDiagnostics
import Template
import Testing
import YAML

@Suite struct TreeDumpTests {
  @Test func showsPlaceTypeStyleAndText() {
    let staged = Plain.parse(
      """
      # a comment
      worker: &w !!map
        infra: {type: ec2}
        env:
          A: "x\\ty"
          B: yes
          C:
        cmds:
        - |
          one
          two

      other: *w

      """)
    #expect(staged.diagnostics.isEmpty)
    #expect(
      staged.value.dump() == """
        2:1-13:10 mapping
          2:1-2:7 key plain "worker"
            3:3-11:8 mapping
              3:3-3:8 key plain "infra"
                3:10-3:21 mapping
                  3:11-3:15 key plain "type"
                    3:17-3:20 plain "ec2"
              4:3-4:6 key plain "env"
                5:5-7:7 mapping
                  5:5-5:6 key plain "A"
                    5:8-5:14 double-quoted "x\\ty"
                  6:5-6:6 key plain "B"
                    6:8-6:11 boolean plain "yes"
                  7:5-7:6 key plain "C"
                    7:7-7:7 null plain ""
              8:3-8:7 key plain "cmds"
                9:3-11:8 list
                  9:5-11:8 literal "one\\ntwo\\n"
          13:1-13:6 key plain "other"
            13:8-13:10 same as 3:3-11:8

        """)
  }

  @Test func showsEmptyAndIncomplete() {
    #expect(Plain.parse("# nothing\n").value.dump() == "empty\n")
    #expect(Plain.parse("").value.root == nil)
    #expect(Plain.parse("a: @x\n").value.dump() == "1:1-1:2 mapping\nincomplete\n")
  }
}
