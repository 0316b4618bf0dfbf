import "@responses/build/register";
