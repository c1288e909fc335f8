/// The keys of `infra`.
package enum InfraKeys {
  package static let type = Field<EarlyText>(
    "infra.type", "type", .choice(["ec2"]), .required, .early, "The kind of machine.", example: "ec2")

  package static let instanceType = Field<EarlyText>(
    "infra.instance_type", "instance_type", .text, .optional(standard: "t2.micro"), .early,
    "The instance type; its family decides the platform of the image.", example: "t2.micro",
    pattern: Pattern.instanceType)

  package static let amiImage = Field<EarlyText>(
    "infra.ami_image", "ami_image", .text, .optional(standard: "ami-01c647eace872fc02"), .early,
    "The machine image: ami- and 8 or 17 hexadecimal digits.", example: "ami-01c647eace872fc02",
    pattern: Pattern.machineImage)

  package static let pythonVersion = Field<EarlyText>(
    "infra.python_version", "python_version", .textOrNumber, .optional(standard: ""), .early,
    "The Python to install on the machine: one to three numbers with dots.",
    details: "Ignored when image is given: the image has its own Python.", example: "\"3.10\"",
    pattern: Pattern.pythonVersion)

  package static let `protocol` = Field<EarlyText>(
    "infra.protocol", "protocol", .choice(["ssh", "ssm"]), .optional(standard: "ssh"), .early,
    "How the machine is reached.", example: "ssm")

  package static let instanceProfile = Field<EarlyText>(
    "infra.instance_profile", "instance_profile", .text, .optional(standard: ""), .early,
    "The instance profile, for the protocol ssm alone.", example: "my-profile")

  package static let postBuildCmds = Field<LateTextList>(
    "infra.post_build_cmds", "post_build_cmds", .textList, .optional(standard: ""), .late,
    "Commands to run on the machine after its build; an image does not use them.", example: "[echo done]")

  package static let section = Section(
    path: "infra",
    keys: [
      type.key, instanceType.key, amiImage.key, pythonVersion.key, `protocol`.key, instanceProfile.key,
      postBuildCmds.key,
    ])
}
